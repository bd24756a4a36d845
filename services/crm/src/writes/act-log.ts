import type { Statement } from '@crm-vision/common/database';
import type { Growth } from '../quotas/quota.js';
import { useStatement } from '../quotas/usage-statements.js';
import type { AuditLine, OutboxLine, TimelineLine } from './changes.js';

/** Who did what, in which request. */
export interface ActHead {
  workspaceId: string;
  changeSetId: string;
  kind: string;
  actorId: string;
  sessionId: string;
  requestId: string;
  /** The change set that this one takes back. */
  undoes: string | null;
}

export interface ActLines {
  audit: readonly AuditLine[];
  timeline: readonly TimelineLine[];
  outbox: readonly OutboxLine[];
}

const TEXT = `with
  head as (insert into crm.change_set (workspace_id, id, kind, actor_id, undoes) values ($1::uuid, $2::uuid, $3::text, $4::uuid, $5::uuid)),
  audit as (insert into crm.audit_entry (workspace_id, id, change_set_id, actor_id, session_id, request_id, action, record_kind, record_id, record_version, before, after)
    select $1::uuid, e.id, $2::uuid, $4::uuid, $6::text, $7::text, e.action, e.kind, e."recordId", e.version, e.before, e.after
    from jsonb_to_recordset($8::jsonb) as e(id uuid, action text, kind text, "recordId" uuid, version int, before jsonb, after jsonb)),
  timeline as (insert into crm.timeline_event (workspace_id, id, record_kind, record_id, at, kind, actor_id, subject_kind, subject_id, subject_title, payload)
    select $1::uuid, t.id, t."recordKind", t."recordId", now(), t.kind, $4::uuid, t."subjectKind", t."subjectId", t.title, t.payload
    from jsonb_to_recordset($9::jsonb) as t(id uuid, "recordKind" text, "recordId" uuid, kind text, "subjectKind" text, "subjectId" uuid, title text, payload jsonb)),
  outbox as (insert into crm.outbox_event (workspace_id, id, topic, record_kind, record_id, record_version, change_set_id, actor_id, payload, undoes)
    select $1::uuid, o.id, o.topic, o.kind, o."recordId", o.version, $2::uuid, $4::uuid, o.payload, $5::uuid
    from jsonb_to_recordset($10::jsonb) as o(id uuid, topic text, kind text, "recordId" uuid, version int, payload jsonb)),
  used as (${useStatement('$1::uuid', '$11::bigint', '$12::bigint', '$13::int')})
  select 1 as noted`;

/** Change set, audit entries, timeline, outbox and usage of one act, in one statement. */
export function actStatement(head: ActHead, { audit, timeline, outbox }: ActLines, { records, bytes, events }: Growth): Statement {
  const { workspaceId, changeSetId, kind, actorId, undoes, sessionId, requestId } = head;
  return {
    name: 'act_log',
    text: TEXT,
    values: [workspaceId, changeSetId, kind, actorId, undoes, sessionId, requestId, JSON.stringify(audit), JSON.stringify(timeline), JSON.stringify(outbox), records, bytes, events],
  };
}
