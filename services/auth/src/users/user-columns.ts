import type { User } from './user.js';

const columns: Readonly<Record<keyof User, string>> = {
  id: 'id', email: 'email', name: 'name', locale: 'locale', theme: 'theme', shortcuts: 'shortcuts', timeZone: 'time_zone',
  dateOrder: 'date_order', clock: 'clock', numberFormat: 'number_format', weekStart: 'week_start', version: 'version',
};

/** A person as the columns of a row. */
export const userColumns = Object.entries(columns).map(([name, column]) => `${column} as "${name}"`).join(', ');

/** A person as one JSON value, of the row with this alias. */
export function userJson(alias: string): string {
  return `json_build_object(${Object.entries(columns).map(([name, column]) => `'${name}', ${alias}.${column}`).join(', ')})`;
}
