import { currentActor } from '@crm-vision/common/context';
import {
  type CreateNoteRequest, type CreateNoteResponse, type GetNoteRequest, type GetNoteResponse, type ListNotesRequest, type ListNotesResponse, type NoteServiceController,
  NoteServiceControllerMethods, type UpdateNoteRequest, type UpdateNoteResponse,
} from '@crm-vision/proto/crm_vision/crm/notes/v1/notes';
import { Controller } from '@nestjs/common';
import { requireId } from '../fields/ids.mapper.js';
import { checkLimit } from '../lists/list.mapper.js';
import { fromRefMessage } from '../writes/record-ref.mapper.js';
import { toNoteMessage } from './notes.mapper.js';
import { NotesService } from './notes.service.js';

const LIMIT_MAX = 200;
const USUAL = 50;

@Controller()
@NoteServiceControllerMethods()
export class NotesController implements NoteServiceController {
  constructor(private readonly notes: NotesService) {}

  async listNotes({ record, sort, limit, cursor }: ListNotesRequest): Promise<ListNotesResponse> {
    const query = { record: record ? fromRefMessage(record) : null, sort, limit: checkLimit(limit, LIMIT_MAX) || USUAL, cursor };
    const { items, nextCursor } = await this.notes.list(currentActor(), query);
    return { notes: items.map(toNoteMessage), nextCursor };
  }

  async getNote({ id }: GetNoteRequest): Promise<GetNoteResponse> {
    return { note: toNoteMessage(await this.notes.get(currentActor(), requireId(id))) };
  }

  async createNote({ record, body, pinned }: CreateNoteRequest): Promise<CreateNoteResponse> {
    const { result, changeSetId } = await this.notes.create(currentActor(), fromRefMessage(record), body, pinned);
    return { note: toNoteMessage(result), changeSetId };
  }

  async updateNote({ id, version, body, pinned }: UpdateNoteRequest): Promise<UpdateNoteResponse> {
    const { result, changeSetId } = await this.notes.update(currentActor(), requireId(id), version, { body, pinned });
    return { note: toNoteMessage(result), changeSetId };
  }
}
