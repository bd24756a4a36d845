import { companyRecord } from '../companies/company.record.js';
import { contactRecord } from '../contacts/contact.record.js';
import { dealRecord } from '../deals/deal.record.js';
import { noteRecord } from '../notes/note.record.js';
import { pipelineRecord } from '../pipelines/pipeline.record.js';
import { taskRecord } from '../tasks/task.record.js';
import type { RecordKind } from '../writes/record-kind.js';
import type { AnyRecordType } from '../writes/record-type.js';

/** Every kind of record that goes to the bin, is changed in bulk and is undone. */
const types: readonly AnyRecordType[] = [companyRecord, contactRecord, dealRecord, taskRecord, noteRecord, pipelineRecord];

const byKind: ReadonlyMap<string, AnyRecordType> = new Map(types.map((type) => [type.kind, type]));

export function recordTypeOf(kind: RecordKind): AnyRecordType {
  const type = byKind.get(kind);
  if (!type) throw new Error(`There is no record type "${kind}".`);
  return type;
}

export const allRecordTypes = types;
