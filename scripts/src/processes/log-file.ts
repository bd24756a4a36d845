import fs from 'node:fs';
import { dirname } from 'node:path';

/** Appends to a file and starts a new one when it is full: `crm.log` is kept as `crm.log.1`, one generation. */
export class LogFile {
  private size: number;
  private broken = false;

  constructor(
    readonly path: string,
    private readonly maxBytes = 10 * 1024 * 1024,
  ) {
    fs.mkdirSync(dirname(path), { recursive: true });
    this.size = fs.statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  }

  append(chunk: string | Uint8Array): void {
    if (this.broken) return;
    try {
      if (this.size > 0 && this.size + chunk.length > this.maxBytes) this.rotate();
      fs.appendFileSync(this.path, chunk);
      this.size += chunk.length;
    } catch {
      // A full disk must not take the supervisor down with it.
      this.broken = true;
    }
  }

  lastLines(count: number): string[] {
    return readLastLines(this.path, count);
  }

  private rotate(): void {
    fs.renameSync(this.path, `${this.path}.1`);
    this.size = 0;
  }
}

export function readLastLines(file: string, count: number): string[] {
  if (!fs.existsSync(file)) return [];
  const { size } = fs.statSync(file);
  const length = Math.min(size, 64 * 1024);
  const buffer = Buffer.alloc(length);
  const handle = fs.openSync(file, 'r');
  try {
    fs.readSync(handle, buffer, 0, length, size - length);
  } finally {
    fs.closeSync(handle);
  }
  return buffer.toString('utf8').split('\n').filter((line) => line.trim() !== '').slice(-count);
}
