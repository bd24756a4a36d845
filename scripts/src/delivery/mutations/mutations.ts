import fs from 'node:fs';
import path from 'node:path';
import { output } from '../../terminal/program.js';

/** A job of ci.yml by what it runs: `ci web`, `licences`. */
export type Stage = `ci ${string}` | 'audit' | 'licences';

/** One fault that a change might bring, and the one stage that has to see it. */
export interface Mutation {
  name: string;
  red: Stage;
  /** Some that have nothing to say, and are quick to ask; `--all` asks every stage. */
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
  { name: 'licence', red: 'licences', green: ['audit'], apply: (clone) => change(clone, 'services/common/package.json', '"license": "Apache-2.0"', '"license": "AGPL-3.0-only"') },
  {
    name: 'known-bad dependency',
    red: 'audit',
    green: ['licences'],
    apply: async (clone) => {
      change(clone, 'pnpm-workspace.yaml', 'overrides:\n', 'overrides:\n  minimist: 0.0.8\n');
      await output('pnpm', ['install', '--lockfile-only', '--no-frozen-lockfile', '--ignore-scripts'], { cwd: clone });
    },
  },
  { name: 'chart template', red: 'ci chart', green: ['licences', 'audit'], apply: (clone) => change(clone, 'charts/crm-vision/templates/_security.tpl', 'runAsNonRoot: true', 'runAsNonRoot: false') },
  {
    name: 'migration',
    red: 'ci migrations',
    green: ['ci chart', 'licences'],
    // A column that schema.prisma does not know.
    apply: (clone) => {
      const folder = path.join(clone, 'services/crm/prisma/migrations/20991231000000_mutation');
      fs.mkdirSync(folder);
      fs.writeFileSync(path.join(folder, 'migration.sql'), 'ALTER TABLE crm.company ADD COLUMN mutation integer;\n');
    },
  },
  { name: 'unit test', red: 'ci web', green: ['ci chart', 'licences'], apply: (clone) => change(clone, 'web/src/lib/own-path.test.ts', 'toBe(address)', "toBe('/nowhere')") },
  { name: 'lint rule', red: 'ci lint', green: ['ci web', 'licences'], apply: (clone) => change(clone, 'web/src/lib/own-path.ts', 'const { pathname, search, hash } = parsed', 'const { pathname, search, hash }: any = parsed') },
];
