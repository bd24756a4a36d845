import { describe, expect, it } from '@jest/globals';
import { contractionsIn } from '../../src/preflight/contractions.js';
import { skewProblem } from '../../src/preflight/versions.js';

describe('a migration takes something away from the release before', () => {
  it.each([
    ['DROP TABLE crm.note;', 'drops crm.note'],
    ['ALTER TABLE crm.company DROP COLUMN fax;', 'drops a column of crm.company'],
    ['ALTER TABLE crm.company ADD COLUMN a text, DROP COLUMN fax;', 'drops a column of crm.company'],
    ['ALTER TABLE crm.company RENAME COLUMN fax TO telefax;', 'renames something of crm.company'],
    ['ALTER TABLE crm.deal ALTER COLUMN amount TYPE integer;', 'changes the type of a column of crm.deal'],
    ['ALTER TABLE crm.deal ALTER COLUMN amount SET NOT NULL;', 'makes a column required in crm.deal'],
    ['ALTER TABLE crm.deal ADD COLUMN kind text NOT NULL;', 'adds a required column without a default to crm.deal'],
    ['DROP FUNCTION crm.old(uuid);', 'drops the function crm.old'],
    ['TRUNCATE crm.outbox;', 'empties a table:'],
  ])('%s', (sql, says) => {
    expect(contractionsIn(sql)).toEqual([says]);
  });
});

describe('a migration only adds', () => {
  it.each([
    'CREATE TABLE crm.lead (id uuid NOT NULL);',
    "ALTER TABLE crm.deal ADD COLUMN kind text NOT NULL DEFAULT 'new';",
    'ALTER TABLE crm.deal ADD COLUMN kind text;',
    'DROP FUNCTION crm.f(uuid); CREATE FUNCTION crm.f(uuid, text) RETURNS void LANGUAGE sql AS $$ SELECT 1 $$;',
    'CREATE TABLE crm.new (a text); ALTER TABLE crm.new ALTER COLUMN a SET NOT NULL;',
    'CREATE INDEX i ON crm.deal (name); DROP INDEX crm.j;',
    "COMMENT ON TABLE crm.deal IS 'DROP TABLE crm.deal; it''s not meant';",
    'DO $x$ BEGIN EXECUTE $y$ DROP TABLE crm.deal; $y$; END $x$;',
    '-- DROP TABLE crm.deal;\n/* TRUNCATE crm.deal; */ SELECT 1;',
    '-- contract: no release since 1.2 reads it\nALTER TABLE crm.company DROP COLUMN fax;',
  ])('%s', (sql) => {
    expect(contractionsIn(sql)).toEqual([]);
  });
});

describe('a version', () => {
  it.each([['1.4.0', '1.4.1'], ['1.4.0', '1.5.0'], ['1.9.3', '2.0.0'], ['v1.4.0', '1.4.0']])('%s may be followed by %s', (running, next) => {
    expect(skewProblem(running, next)).toBeNull();
  });

  it.each([['1.4.1', '1.4.0', 'is older'], ['1.4.0', '1.6.0', 'upgrade to 1.5 first'], ['2.0.0', '1.9.9', 'is older'], ['1.4.0', '3.0.0', 'upgrade to 1.5 first'], ['latest', '1.0.0', 'is no version']])('%s may not be followed by %s', (running, next, says) => {
    expect(skewProblem(running, next)).toContain(says);
  });
});
