import fs from 'node:fs';
import path from 'node:path';
import { output } from '../../terminal/program.js';

/** A job of ci.yml by what it runs: `ci web`, `licences`. */
export type Stage = 'ci lint' | 'ci services' | 'ci scripts' | 'ci migrations' | 'ci web' | 'ci chart' | 'ci delivery' | 'audit' | 'licences';

/** One fault that a change might bring, and the one stage that has to see it. */
export interface Mutation {
  name: string;
  red: Stage;
  /** Stages that read the same files, or files beside them, and have nothing to say. */
  green: readonly Stage[];
  apply(clone: string): Promise<void> | void;
}

function change(clone: string, file: string, from: string, to: string): void {
  const full = path.join(clone, file);
  const text = fs.readFileSync(full, 'utf8');
  if (!text.includes(from)) throw new Error(`${file} does not hold "${from}" any more: the mutation has to be written anew.`);
  fs.writeFileSync(full, text.replace(from, to));
}

export const mutations: readonly Mutation[] = [
  { name: 'unit test', red: 'ci web', green: ['ci lint', 'licences', 'audit'], apply: (clone) => change(clone, 'web/src/lib/own-path.test.ts', 'toBe(address)', "toBe('/nowhere')") },
  { name: 'lint rule', red: 'ci lint', green: ['ci web', 'licences', 'audit'], apply: (clone) => change(clone, 'web/src/lib/own-path.ts', 'const { pathname, search, hash } = parsed', 'const { pathname, search, hash }: any = parsed') },
  {
    name: 'migration',
    red: 'ci migrations',
    green: ['ci lint', 'licences', 'audit'],
    // A column that schema.prisma does not know.
    apply: (clone) => {
      const folder = path.join(clone, 'services/crm/prisma/migrations/20991231000000_mutation');
      fs.mkdirSync(folder);
      fs.writeFileSync(path.join(folder, 'migration.sql'), 'ALTER TABLE crm.company ADD COLUMN mutation integer;\n');
    },
  },
  { name: 'chart template', red: 'ci chart', green: ['ci lint', 'licences', 'audit'], apply: (clone) => change(clone, 'charts/crm-vision/templates/_security.tpl', 'runAsNonRoot: true', 'runAsNonRoot: false') },
  { name: 'licence', red: 'licences', green: ['ci lint', 'audit'], apply: (clone) => change(clone, 'services/common/package.json', '"license": "Apache-2.0"', '"license": "AGPL-3.0-only"') },
  {
    name: 'known-bad dependency',
    red: 'audit',
    green: ['ci lint', 'licences'],
    apply: async (clone) => {
      change(clone, 'pnpm-workspace.yaml', 'overrides:\n', 'overrides:\n  minimist: 0.0.8\n');
      await output('pnpm', ['install', '--lockfile-only', '--no-frozen-lockfile', '--ignore-scripts'], { cwd: clone });
    },
  },
];
