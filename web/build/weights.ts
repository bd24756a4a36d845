import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Manifest, Plugin, ResolvedConfig } from 'vite';

interface Budget {
  page: string;
  /** Source files whose chunks, with all that they import, a first visit of the page loads. */
  roots: string[];
  gzipKilobytesMax: number;
  scriptsMax: number;
}

const entry = ['src/locales/en/start.ts'];
const app = [...entry, 'src/locales/en/app.ts', 'src/app/shell/shell.tsx'];

const budgets: Budget[] = [
  { page: 'sign-in', roots: [...entry, 'src/features/auth/pages/sign-in-page.tsx'], gzipKilobytesMax: 150, scriptsMax: 20 },
  { page: 'contacts', roots: [...app, 'src/features/contacts/pages/contacts-page.tsx'], gzipKilobytesMax: 300, scriptsMax: 20 },
  { page: 'deals', roots: [...app, 'src/features/deals/pages/deals-page.tsx', 'src/features/deals/components/board-view.tsx'], gzipKilobytesMax: 300, scriptsMax: 24 },
];

/** Prints what a first visit of a page weighs, and fails the build above its budget. */
export function weights(): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'weights',
    apply: 'build',
    configResolved(resolved) {
      config = resolved;
    },
    writeBundle() {
      const directory = path.resolve(config.root, config.build.outDir);
      const manifest = JSON.parse(readFileSync(path.join(directory, '.vite/manifest.json'), 'utf8')) as Manifest;
      const tooHeavy = budgets.filter((budget) => !report(budget, scriptsOf(manifest, budget.roots), directory));
      if (tooHeavy.length > 0) this.error(`Over the budget: ${tooHeavy.map((budget) => budget.page).join(', ')}`);
    },
  };
}

function report(budget: Budget, scripts: Set<string>, directory: string): boolean {
  const bytes = [...scripts].reduce((sum, file) => sum + gzipSync(readFileSync(path.join(directory, file)), { level: 9 }).length, 0);
  const kilobytes = bytes / 1024;
  console.log(`${budget.page}: ${kilobytes.toFixed(1)} of ${budget.gzipKilobytesMax} kB gzip, ${scripts.size} of ${budget.scriptsMax} scripts`);
  return kilobytes <= budget.gzipKilobytesMax && scripts.size <= budget.scriptsMax;
}

function scriptsOf(manifest: Manifest, roots: string[]): Set<string> {
  const files = new Set<string>();
  const visit = (key: string): void => {
    const chunk = manifest[key];
    if (!chunk || files.has(chunk.file)) return;
    files.add(chunk.file);
    chunk.imports?.forEach(visit);
  };
  for (const [key, chunk] of Object.entries(manifest)) {
    if (chunk.isEntry) visit(key);
  }
  for (const root of roots) {
    if (!manifest[root]) throw new Error(`${root} is no chunk of its own: the weights would be wrong.`);
    visit(root);
  }
  return files;
}
