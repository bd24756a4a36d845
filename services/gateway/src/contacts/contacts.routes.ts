import { bulkAssignBody, bulkDeleteBody, duplicates, idParams, undoable } from '../http/fields.dto.js';
import { pageQuery } from '../http/lists.dto.js';
import { route } from '../http/route.js';
import { timelinePage } from '../timeline/timeline.dto.js';
import * as dto from './contacts.dto.js';

const tag = 'Contacts';
const base = '/api/v1/contacts';
const notFound = 'CONTACT_NOT_FOUND';

export const listContacts = route({ method: 'GET', path: base, id: 'listContacts', summary: 'List contacts', tag, query: dto.contactsQuery, status: 200, response: dto.contactPage });
export const createContact = route({ method: 'POST', path: base, id: 'createContact', summary: 'Add a contact', tag, body: dto.createContactBody, status: 201, response: dto.contact, errors: ['EMAIL_TAKEN', 'COMPANY_NOT_FOUND', 'OWNER_NOT_FOUND'] });
export const getContact = route({ method: 'GET', path: `${base}/{id}`, id: 'getContact', summary: 'Read a contact', tag, params: idParams, status: 200, response: dto.contact, errors: [notFound] });
export const updateContact = route({ method: 'PATCH', path: `${base}/{id}`, id: 'updateContact', summary: 'Change a contact', tag, params: idParams, body: dto.updateContactBody, status: 200, response: dto.contact, errors: [notFound, 'STALE_VERSION', 'EMAIL_TAKEN', 'COMPANY_NOT_FOUND', 'OWNER_NOT_FOUND'] });
export const deleteContact = route({ method: 'DELETE', path: `${base}/{id}`, id: 'deleteContact', summary: 'Move a contact to the bin', tag, params: idParams, status: 204, errors: [notFound] });
export const restoreContact = route({ method: 'POST', path: `${base}/{id}/restore`, id: 'restoreContact', summary: 'Bring a contact back from the bin', tag, params: idParams, status: 200, response: dto.contact, errors: [notFound, 'UNIQUE_VALUE_TAKEN'] });
export const bulkDeleteContacts = route({ method: 'POST', path: `${base}/bulk-delete`, id: 'bulkDeleteContacts', summary: 'Move many contacts to the bin', tag, body: bulkDeleteBody, status: 200, response: undoable, errors: [notFound] });
export const bulkAssignContacts = route({ method: 'POST', path: `${base}/bulk-assign`, id: 'bulkAssignContacts', summary: 'Give many contacts a new owner', tag, body: bulkAssignBody, status: 200, response: undoable, errors: [notFound, 'OWNER_NOT_FOUND'] });
export const findContactDuplicates = route({ method: 'GET', path: `${base}/duplicates`, id: 'findContactDuplicates', summary: 'Records that may be the same as the one being typed', tag, query: dto.contactDuplicatesQuery, status: 200, response: duplicates });
export const listContactTimeline = route({ method: 'GET', path: `${base}/{id}/timeline`, id: 'listContactTimeline', summary: 'What happened to a contact, newest first', tag, params: idParams, query: pageQuery, status: 200, response: timelinePage, errors: ['RECORD_NOT_FOUND'] });
