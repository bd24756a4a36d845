import type { Evidence } from './evidence.js';
import { commandFor, type Row, type Section } from './row.js';

/** Green: every command of the row was. Red: one was not. Open: one did not run. */
export type State = 'green' | 'red' | 'open';

export interface Judged extends Row {
  state: State;
  /** What was seen, or what is left to run. */
  why: string;
}

export interface Score {
  sections: { number: string; title: string; rows: Judged[] }[];
  green: number;
  red: number;
  all: number;
}

export function judge(row: Row, evidence: Evidence): Judged {
  const failed = row.proofs.filter((proof) => evidence[proof]?.isGreen === false);
  const missing = row.proofs.filter((proof) => evidence[proof] === undefined);
  if (failed.length > 0) return { ...row, state: 'red', why: `failed: ${failed.join(', ')}` };
  if (missing.length > 0) return { ...row, state: 'open', why: `did not run here: ${[...new Set(missing.map(commandFor))].join(', ')}` };
  const oldest = row.proofs.map((proof) => evidence[proof]!).toSorted((a, b) => a.at.localeCompare(b.at))[0]!;
  return { ...row, state: 'green', why: `${oldest.at.slice(0, 10)}, ${oldest.revision}` };
}

export function scoreOf(sections: readonly Section[], evidence: Evidence): Score {
  const judged = sections.map((section) => ({ ...section, rows: section.rows.map((row) => judge(row, evidence)) }));
  const rows = judged.flatMap((section) => section.rows);
  const count = (state: State): number => rows.filter((row) => row.state === state).length;
  return { sections: judged, green: count('green'), red: count('red'), all: rows.length };
}

export const percentOf = ({ green, all }: Score): number => Math.floor((green / all) * 1000) / 10;

export function pageOf(score: Score): string {
  const tables = score.sections.map(({ number, title, rows }) => `## ${number} ${title}\n\n| item | state | commands | seen |\n|---|---|---|---|\n${rows.map(lineOf).join('\n')}\n`);
  return `# Readiness

<!-- Written by \`npm run crmctl -- readiness --write\` from what commands came to in a clone. Rows stand in scripts/src/readiness/rows. -->

${percentOf(score)} % of ${score.all} rows are green, ${score.red} are red. A row is green when every command of it ran and was green; one that did not run is open, however well it
went elsewhere. Commands are kept as they run (\`npm test\`, \`npm run test:cluster\`, \`npm run delivery\`), each with the commit it ran at; \`+\` says that files were changed since.
\`npm run crmctl -- readiness\` prints the table, \`--at-least 95\` ends with exit code 1 below that, and a row that is red always does.

${tables.join('\n')}`;
}

const lineOf = ({ item, state, proofs, why }: Judged): string => `| ${item} | ${state} | ${proofs.map((proof) => `\`${proof}\``).join('<br>')} | ${why} |`;
