import type { Actor } from '@crm-vision/common/context';
import { readable } from '../access/readable.js';
import type { Parameters } from '../lists/parameters.js';

/** Kinds of records that tasks and notes may be about. */
export const linkKinds = ['company', 'contact', 'deal'] as const;
export type LinkKind = (typeof linkKinds)[number];

/** SQL of the name of the record that the expressions `kind` and `id` (uuid) name; null when it is gone or hidden from the actor. */
export function titleOfLink(actor: Actor, kind: string, id: string, parameters: Parameters): string {
  const cases = linkKinds.map((table) => {
    const access = readable(actor, { kind: table, alias: 'x', parameters });
    return `when '${table}' then (select x.name from crm.${table} x where x.id = ${id} and ${access})`;
  });
  return `case ${kind} ${cases.join(' ')} end`;
}
