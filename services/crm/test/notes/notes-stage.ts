import type { GrpcClient } from '@crm-vision/common/grpc';
import { type Note, NoteServiceService } from '@crm-vision/proto/crm_vision/crm/notes/v1/notes';
import type { RecordRef } from '@crm-vision/proto/crm_vision/crm/records/v1/records';
import { person, type Person, startCrm, type TestCrm } from '../testing.js';
import { newCompany } from './new-company.js';

/** A running crm with one person, one company, and a way to write notes on it. */
export interface NotesStage {
  crm: TestCrm;
  ada: Person;
  notes: GrpcClient<typeof NoteServiceService>;
  acme: RecordRef;
  /** By Ada on Acme unless told otherwise. */
  write(body: string, more?: { record?: RecordRef; pinned?: boolean; who?: Person }): Promise<Note>;
}

export async function startNotes(): Promise<NotesStage> {
  const crm = await startCrm();
  const ada = await person(crm);
  const notes = crm.client(NoteServiceService);
  const acme = await newCompany(crm, ada);
  return {
    crm, ada, notes, acme,
    write: async (body, { record = acme, pinned = false, who = ada } = {}) => (await notes.createNote({ record, body, pinned }, who)).note!,
  };
}
