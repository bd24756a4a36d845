import fs from 'node:fs';
import { parseArgs } from 'node:util';
import { readEvidence } from '../readiness/evidence.js';
import { sections } from '../readiness/rows/rows.js';
import { pageOf, percentOf, scoreOf } from '../readiness/score.js';
import { inRepository } from '../repository.js';
import { PlainError } from '../terminal/plain-error.js';
import { aligned } from '../terminal/table.js';

/** `crmctl readiness`: the audit as a score, from what commands came to in this clone. */
export function readiness(args: string[]): number {
  const { values } = parseArgs({ args, options: { json: { type: 'boolean' }, write: { type: 'boolean' }, 'at-least': { type: 'string', default: '0' } } });
  const wanted = Number(values['at-least']);
  if (!(wanted >= 0 && wanted <= 100)) throw new PlainError(`--at-least takes percent, such as 95, and not "${values['at-least']}".`);
  const score = scoreOf(sections, readEvidence());
  if (values.write) fs.writeFileSync(inRepository('docs/readiness.md'), pageOf(score));
  if (values.json) process.stdout.write(`${JSON.stringify({ percent: percentOf(score), ...score }, null, 2)}\n`);
  else {
    const rows = score.sections.flatMap(({ number, rows: each }) => each.map(({ item, state, why }) => [number, state, item, why]));
    process.stdout.write(`${aligned(rows)}\n\n${score.green} of ${score.all} rows are green (${percentOf(score)} %), ${score.red} are red\n`);
  }
  return score.red === 0 && percentOf(score) >= wanted ? 0 : 1;
}
