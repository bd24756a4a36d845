import { idParams } from '../http/fields.dto.js';
import { route } from '../http/route.js';
import { signedUp } from '../sessions/sessions.dto.js';
import * as dto from './invitations.dto.js';

const tag = 'Members';
const ofLinks = 'The token is what stands behind `#` in the link. It travels in the body, since addresses are written to logs and histories.';

export const listInvitations = route({ method: 'GET', path: '/api/v1/invitations', id: 'listInvitations', summary: 'Open invitations', tag, status: 200, response: dto.invitations });
export const createInvitation = route({ method: 'POST', path: '/api/v1/invitations', id: 'createInvitation', summary: 'Invite a colleague by a link', tag, body: dto.createInvitationBody, status: 201, response: dto.createdInvitation, errors: ['ALREADY_A_MEMBER'] });
export const revokeInvitation = route({ method: 'DELETE', path: '/api/v1/invitations/{id}', id: 'revokeInvitation', summary: 'Take an invitation back', tag, params: idParams, status: 204, errors: ['INVITATION_NOT_FOUND'] });
export const resolveInvitation = route({ method: 'POST', path: '/api/v1/auth/invitations/resolve', id: 'resolveInvitation', summary: 'What an invitation link leads to', description: ofLinks, tag, access: 'public', limit: 'signIn', body: dto.resolveInvitationBody, status: 200, response: dto.invitationPreview, errors: ['INVITATION_NOT_FOUND'] });
export const acceptInvitation = route({ method: 'POST', path: '/api/v1/auth/invitations/accept', id: 'acceptInvitation', summary: 'Join a workspace', description: ofLinks, tag, cookie: true, access: 'public', limit: 'signIn', body: dto.acceptInvitationBody, status: 201, response: signedUp, errors: ['INVITATION_NOT_FOUND', 'WRONG_CREDENTIALS', 'TOO_MANY_ATTEMPTS', 'PASSWORD_TOO_SHORT', 'PASSWORD_TOO_COMMON'] });
