import fs from 'node:fs';
import path from 'node:path';

/** The first of the named programs that stands on PATH. */
export function findExecutable(names: string[], searchPath = process.env['PATH'] ?? ''): string | null {
  for (const name of names) {
    for (const folder of searchPath.split(path.delimiter).filter(Boolean)) {
      const file = path.join(folder, name);
      try {
        fs.accessSync(file, fs.constants.X_OK);
        if (fs.statSync(file).isFile()) return file;
      } catch {
        // the next folder
      }
    }
  }
  return null;
}
