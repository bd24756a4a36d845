import { statementsOf } from './statements.js';

/** What code of the release before, which works on while the schema changes and after a rollback, cannot live with. */
const contracting: readonly { pattern: RegExp; what: string }[] = [
  { pattern: /^DROP (TABLE|VIEW|MATERIALIZED VIEW|SCHEMA|TYPE|SEQUENCE) (?:IF EXISTS )?(\S+)/i, what: 'drops' },
  { pattern: /^ALTER TABLE (?:ONLY |IF EXISTS )*(\S+) (?:.*?, ?)?DROP COLUMN (?:IF EXISTS )?(\S+)/i, what: 'drops a column of' },
  { pattern: /^ALTER (?:TABLE|VIEW|FUNCTION|TYPE) (?:ONLY |IF EXISTS )*(\S+) .*\bRENAME\b/i, what: 'renames something of' },
  { pattern: /^ALTER TABLE (?:ONLY |IF EXISTS )*(\S+) .*\bALTER (?:COLUMN )?(\S+) (?:SET DATA )?TYPE\b/i, what: 'changes the type of a column of' },
  { pattern: /^ALTER TABLE (?:ONLY |IF EXISTS )*(\S+) .*\bALTER (?:COLUMN )?(\S+) SET NOT NULL/i, what: 'makes a column required in' },
  { pattern: /^ALTER TABLE (?:ONLY |IF EXISTS )*(\S+) .*\bADD (?:COLUMN )?(?:IF NOT EXISTS )?\S+ (?!.*\b(?:DEFAULT|GENERATED)\b)[^,]*\bNOT NULL/i, what: 'adds a required column without a default to' },
  { pattern: /^(TRUNCATE) /i, what: 'empties a table:' },
];

/** A migration says so when it removes on purpose what no supported release uses any more. */
const onPurpose = /^-- contract: \S.*$/m;

/** What a migration takes away from the release before, a sentence each; none when it only adds, or says why it may (`-- contract: ...`). */
export function contractionsIn(sql: string): string[] {
  if (onPurpose.test(sql)) return [];
  const statements = statementsOf(sql);
  const made = new Set(statements.flatMap((statement) => /^CREATE (?:OR REPLACE )?FUNCTION (\S+?)\(/i.exec(statement)?.[1] ?? []));
  const created = new Set(statements.flatMap((statement) => /^CREATE TABLE (?:IF NOT EXISTS )?(\S+)/i.exec(statement)?.[1] ?? []));
  return statements.flatMap((statement) => {
    const lost = /^DROP FUNCTION (?:IF EXISTS )?([^\s(]+)/i.exec(statement)?.[1];
    if (lost !== undefined && !made.has(lost)) return [`drops the function ${lost}`];
    return contracting.flatMap(({ pattern, what }) => {
      const found = pattern.exec(statement);
      if (!found) return [];
      const name = found.slice(1).find((each) => each !== undefined && !/^(TABLE|VIEW|MATERIALIZED VIEW|SCHEMA|TYPE|SEQUENCE|TRUNCATE)$/i.test(each)) ?? '';
      // Nobody knows yet what this same migration has made.
      return created.has(name) ? [] : [`${what} ${name}`.trim()];
    });
  });
}
