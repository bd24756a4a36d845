import type { Plugin } from 'vite';

/**
 * Fails the build when chunks import each other in a circle. Which of them runs first would depend on which file arrives first,
 * and what one takes from another that has not run yet is undefined: a page then fails once in some hundred visits.
 */
export function chunkCycles(): Plugin {
  return {
    name: 'chunk-cycles',
    apply: 'build',
    generateBundle(_options, bundle) {
      const imports = new Map(Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file.imports] as const] : [])));
      const circle = findCircle(imports);
      if (circle) this.error(`Chunks that import each other in a circle: ${circle.join(' -> ')}`);
    },
  };
}

/** The files of one circle, the first one again at its end. */
export function findCircle(imports: ReadonlyMap<string, readonly string[]>): string[] | null {
  const done = new Set<string>();
  const visit = (file: string, path: string[]): string[] | null => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return null;
    for (const next of imports.get(file) ?? []) {
      const circle = visit(next, [...path, file]);
      if (circle) return circle;
    }
    done.add(file);
    return null;
  };
  for (const file of imports.keys()) {
    const circle = visit(file, []);
    if (circle) return circle;
  }
  return null;
}
