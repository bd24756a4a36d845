import { RecordKind } from '@crm-vision/proto/crm_vision/crm/records/v1/records';
import { Controller } from '@nestjs/common';
import { Crm } from '../clients.js';
import { toRef, toRefFromText } from '../http/fields.mapper.js';
import { Handle, type In } from '../http/handle.js';
import { Input } from '../http/input.js';
import { nextCursor, toSort } from '../http/lists.mapper.js';
import { Answer, Reply } from '../http/reply.js';
import { withCurrent } from '../http/with-current.js';
import { toDelete } from '../records/records.mapper.js';
import { fromNote } from './notes.mapper.js';
import * as routes from './notes.routes.js';

const kind = RecordKind.RECORD_KIND_NOTE;

@Controller()
export class NotesController {
  constructor(private readonly crm: Crm) {}

  @Handle(routes.listNotes)
  async listNotes(@Input() { query: { record, sort, limit, cursor = '' } }: In<typeof routes.listNotes>) {
    const { notes, nextCursor: next } = await this.crm.notes.listNotes({ record: toRefFromText(record), sort: toSort(sort), limit, cursor });
    return { items: notes.map(fromNote), nextCursor: nextCursor(next) };
  }

  @Handle(routes.createNote)
  async createNote(@Input() { body: { record, body, pinned } }: In<typeof routes.createNote>, @Answer() reply: Reply) {
    return reply.changed(await this.crm.notes.createNote({ record: toRef(record), body, pinned }), ({ note }) => fromNote(note));
  }

  @Handle(routes.getNote)
  async getNote(@Input() { params }: In<typeof routes.getNote>) {
    return fromNote((await this.crm.notes.getNote(params)).note);
  }

  @Handle(routes.updateNote, { current: fromNote, shown: async ({ crm }, { id }: { id: string }) => fromNote((await crm.notes.getNote({ id })).note) })
  async updateNote(@Input() { params, body: { version, body, pinned } }: In<typeof routes.updateNote>, @Answer() reply: Reply) {
    const updated = this.crm.notes.updateNote({ id: params.id, version, body, pinned });
    return reply.changed(await withCurrent(updated, () => this.read(params)), ({ note }) => fromNote(note));
  }

  @Handle(routes.deleteNote)
  async deleteNote(@Input() { params }: In<typeof routes.deleteNote>, @Answer() reply: Reply) {
    reply.changed(await this.crm.records.deleteRecords(toDelete(kind, [params.id])));
  }

  @Handle(routes.restoreNote)
  async restoreNote(@Input() { params }: In<typeof routes.restoreNote>, @Answer() reply: Reply) {
    reply.changed(await this.crm.records.restoreRecord({ kind, id: params.id }));
    return fromNote((await this.crm.notes.getNote(params)).note);
  }

  private async read(params: { id: string }) {
    return (await this.crm.notes.getNote(params)).note;
  }
}
