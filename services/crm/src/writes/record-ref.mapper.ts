import { invalidField } from '@crm-vision/common/errors';
import { isId } from '@crm-vision/common/ids';
import { RecordKind as KindMessage, type RecordRef } from '@crm-vision/proto/crm_vision/crm/records/v1/records';
import type { NamedRecord, RecordKind, RecordLink } from './record-kind.js';

const messages: Readonly<Record<RecordKind, KindMessage>> = {
  company: KindMessage.RECORD_KIND_COMPANY,
  contact: KindMessage.RECORD_KIND_CONTACT,
  deal: KindMessage.RECORD_KIND_DEAL,
  task: KindMessage.RECORD_KIND_TASK,
  note: KindMessage.RECORD_KIND_NOTE,
  pipeline: KindMessage.RECORD_KIND_PIPELINE,
};
const kinds = new Map<KindMessage, RecordKind>(Object.entries(messages).map(([kind, message]) => [message, kind as RecordKind]));

export const toKindMessage = (kind: RecordKind): KindMessage => messages[kind];

/** Undefined when the kind is not given. */
export function fromKindMessage(message: KindMessage): RecordKind | undefined {
  return kinds.get(message);
}

export function requireKind(message: KindMessage, field = 'kind'): RecordKind {
  const kind = kinds.get(message);
  if (!kind) throw invalidField(field, 'Name the kind of record.');
  return kind;
}

export const toRefMessage = ({ kind, id, title }: NamedRecord): RecordRef => ({ kind: messages[kind], id, title });

export function fromRefMessage(ref: RecordRef | undefined, field = 'record'): RecordLink {
  if (!ref) throw invalidField(field, 'Name the record.');
  if (!isId(ref.id)) throw invalidField(`${field}.id`, 'Must be an id.');
  return { kind: requireKind(ref.kind, `${field}.kind`), id: ref.id };
}
