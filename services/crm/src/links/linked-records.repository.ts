import type { Actor } from '@crm-vision/common/context';
import type { Statement } from '@crm-vision/common/database';
import { readable } from '../access/readable.js';
import { Parameters } from '../lists/parameters.js';
import { composedStatement } from '../lists/statement.js';
import type { RecordLink } from '../writes/record-kind.js';
import { linkKinds } from './link-titles.js';

/** Kind and id of those that live and that the actor may read. */
export function liveStatement(actor: Actor, links: readonly RecordLink[]): Statement {
  const parameters = new Parameters();
  const parts = linkKinds.map((kind) => {
    const ids = parameters.add(links.filter((link) => link.kind === kind).map(({ id }) => id), 'uuid[]');
    return `select '${kind}' as kind, r.id from crm.${kind} r where r.id = any (${ids}) and r.deleted_at is null and ${readable(actor, { kind, alias: 'r', parameters })}`;
  });
  return composedStatement('linked_live', parts.join(' union all '), parameters.values);
}
