import { idParams } from '../http/fields.dto.js';
import { route } from '../http/route.js';
import * as dto from './notes.dto.js';

const tag = 'Notes';
const base = '/api/v1/notes';
const notFound = 'NOTE_NOT_FOUND';

export const listNotes = route({ method: 'GET', path: base, id: 'listNotes', summary: 'List notes', tag, query: dto.notesQuery, status: 200, response: dto.notePage });
export const createNote = route({ method: 'POST', path: base, id: 'createNote', summary: 'Add a note', tag, body: dto.createNoteBody, status: 201, response: dto.note, errors: ['LINKED_RECORD_NOT_FOUND', 'NOTE_EMPTY'] });
export const getNote = route({ method: 'GET', path: `${base}/{id}`, id: 'getNote', summary: 'Read a note', tag, params: idParams, status: 200, response: dto.note, errors: [notFound] });
export const updateNote = route({ method: 'PATCH', path: `${base}/{id}`, id: 'updateNote', summary: 'Change a note', tag, params: idParams, body: dto.updateNoteBody, status: 200, response: dto.note, errors: [notFound, 'STALE_VERSION', 'NOTE_EMPTY'] });
export const deleteNote = route({ method: 'DELETE', path: `${base}/{id}`, id: 'deleteNote', summary: 'Move a note to the bin', tag, params: idParams, status: 204, errors: [notFound] });
export const restoreNote = route({ method: 'POST', path: `${base}/{id}/restore`, id: 'restoreNote', summary: 'Bring a note back from the bin', tag, params: idParams, status: 200, response: dto.note, errors: [notFound] });
