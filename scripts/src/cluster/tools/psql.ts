import { release, type Stage } from '../stage.js';

/** As the superuser, inside the database's own pod. */
export function psql(stage: Stage, sql: string, database = 'postgres'): Promise<string> {
  return stage.kubectl.run(['exec', `${release}-postgresql-0`, '--', 'psql', '-U', 'postgres', '-d', database, '-Atqc', sql]);
}
