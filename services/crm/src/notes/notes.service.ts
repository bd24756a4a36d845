import type { Actor } from '@crm-vision/common/context';
import { StaleVersionError } from '@crm-vision/common/errors';
import { Injectable } from '@nestjs/common';
import { requirePermission } from '../access/roles.js';
import { LinkedRecords } from '../links/linked-records.service.js';
import type { Page } from '../lists/list-field.js';
import { Members } from '../members/members.service.js';
import type { RecordLink } from '../writes/record-kind.js';
import { type Done, Writes } from '../writes/writes.service.js';
import { cleanBody, mentioning, type NoteBody } from './note-body.js';
import { type NoteView, requireAuthor } from './note.js';
import { noteRecord } from './note.record.js';
import { toNoteMessage } from './notes.mapper.js';
import { type NotesQuery, NotesRepository } from './notes.repository.js';

export interface NotePatch {
  body: string | undefined;
  pinned: boolean | undefined;
}

@Injectable()
export class NotesService {
  constructor(
    private readonly notes: NotesRepository,
    private readonly links: LinkedRecords,
    private readonly members: Members,
    private readonly writes: Writes,
  ) {}

  list(actor: Actor, query: NotesQuery): Promise<Page<NoteView>> {
    requirePermission(actor, 'records.read');
    return this.notes.list(actor, query);
  }

  get(actor: Actor, id: string): Promise<NoteView> {
    requirePermission(actor, 'records.read');
    return this.notes.getById(actor, id);
  }

  async create(actor: Actor, record: RecordLink, html: string, pinned: boolean): Promise<Done<NoteView>> {
    requirePermission(actor, 'records.write');
    const { html: body, mentions } = await this.written(actor, html);
    return this.writes.run(actor, 'create', async (act) => {
      await this.links.requireLive(actor, [record], () => 'record.id');
      const { id } = await act.insert(noteRecord, { recordKind: record.kind, recordId: record.id, body, mentions, pinned });
      return this.notes.getById(actor, id);
    });
  }

  async update(actor: Actor, id: string, version: number, { body, pinned }: NotePatch): Promise<Done<NoteView>> {
    requirePermission(actor, 'records.write');
    const text = body === undefined ? undefined : await this.rewritten(actor, id, body);
    return this.writes.run(actor, 'update', async (act) => {
      const note = await act.lock(noteRecord, id);
      requireAuthor(actor, note);
      if (note.version !== version) throw new StaleVersionError(toNoteMessage(await this.notes.getById(actor, id)));
      await act.update(noteRecord, note, { ...(text && { body: text.html, mentions: text.mentions }), ...(pinned !== undefined && { pinned }) });
      return this.notes.getById(actor, id);
    });
  }

  /** What was read is taken back as it is, also what was kept under another limit. Somebody mentioned already stays so after leaving the workspace. */
  private async rewritten(actor: Actor, id: string, html: string): Promise<NoteBody | undefined> {
    const { body, mentions } = await this.notes.getById(actor, id);
    return html === body ? undefined : this.written(actor, html, mentions);
  }

  private async written(actor: Actor, html: string, mentioned: readonly string[] = []): Promise<NoteBody> {
    const body = cleanBody(html);
    const members = await this.members.among(actor, body.mentions);
    return mentioning(body, new Set([...members, ...mentioned]));
  }
}
