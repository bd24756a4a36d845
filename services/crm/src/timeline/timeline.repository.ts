import type { Actor } from '@crm-vision/common/context';
import { Database } from '@crm-vision/common/database';
import { Injectable } from '@nestjs/common';
import { readable } from '../access/readable.js';
import { decodeCursor, encodeCursor } from '../lists/cursor.js';
import type { Page } from '../lists/list-field.js';
import { bytesOf, cutPage, type Measured, withinBytes } from '../lists/page-bytes.js';
import { rowsToAskFor } from '../lists/page-size.js';
import { Parameters } from '../lists/parameters.js';
import { composedStatement } from '../lists/statement.js';
import { RecordNotFoundError } from '../records/record.errors.js';
import { type RecordKind, recordKinds, type RecordLink } from '../writes/record-kind.js';

export interface TimelineEvent {
  id: string;
  kind: string;
  at: string;
  actorId: string;
  subjectKind: RecordKind;
  subjectId: string;
  subjectTitle: string;
  payload: unknown;
}

type EventRow = { [K in keyof TimelineEvent]: TimelineEvent[K] | null } & Measured;

@Injectable()
export class TimelineRepository {
  constructor(private readonly database: Database) {}

  /** Newest first. One statement tells the record that may not be read from the one that has no events. */
  async list(actor: Actor, { kind, id }: RecordLink, limit: number, cursor: string): Promise<Page<TimelineEvent>> {
    const belongsTo = [actor.workspaceId, 'timeline', kind, id];
    const parameters = new Parameters();
    const record = parameters.add(id, 'uuid');
    const after = cursor === '' ? '' : behind(cursor, belongsTo, parameters);
    const text = `select t.id, t.kind, t.at, t.actor_id as "actorId", t.subject_kind as "subjectKind", t.subject_id as "subjectId", t.subject_title as "subjectTitle", t.payload
      from (select 1 from crm.${kind} r where r.id = ${record} and ${readable(actor, { kind, alias: 'r', parameters })}) shown
      left join lateral (select * from crm.timeline_event t where t.record_id = ${record}${after} and ${subjectsOf(actor, parameters)}
        order by t.at desc, t.id desc limit ${rowsToAskFor(limit)}) t on true
      order by t.at desc, t.id desc`;
    const rows = await this.database.read<EventRow>(actor.workspaceId, composedStatement(`timeline_${kind}`, withinBytes(text, { size: bytesOf.json('payload') }), parameters.values));
    if (rows.length === 0) throw new RecordNotFoundError();
    const events = rows.filter((row): row is TimelineEvent & Measured => row.id !== null);
    const { items, more } = cutPage(events, limit);
    const last = more ? items.at(-1) : undefined;
    return { items, nextCursor: last ? encodeCursor({ id: last.id, values: [last.at] }, belongsTo) : '' };
  }
}

function behind(cursor: string, belongsTo: readonly unknown[], parameters: Parameters): string {
  const { id, values } = decodeCursor(cursor, belongsTo, ['timestamptz']);
  return ` and (t.at, t.id) < (${parameters.add(values[0], 'timestamptz')}, ${parameters.add(id, 'uuid')})`;
}

/** Events about records that the actor may not read are not shown; nor are notes in the bin, whose events quote them. */
function subjectsOf(actor: Actor, parameters: Parameters): string {
  const rules = recordKinds.flatMap((kind) => {
    const access = readable(actor, { kind, alias: 's', parameters });
    const alive = kind === 'note' ? 's.deleted_at is null' : 'true';
    if (access === 'true' && alive === 'true') return [];
    return [`(t.subject_kind <> '${kind}' or exists (select 1 from crm.${kind} s where s.id = t.subject_id and ${alive} and ${access}))`];
  });
  return rules.join(' and ') || 'true';
}
