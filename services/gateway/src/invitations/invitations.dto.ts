import { z } from 'zod';
import { email, id, instant, ownName } from '../http/fields.dto.js';
import { password, role } from '../sessions/sessions.dto.js';

export const invitation = z.strictObject({
  id, email: z.string(), role, invitedBy: id, createdAt: instant, expiresAt: instant,
}).meta({ id: 'Invitation' });
export const invitations = z.strictObject({ items: z.array(invitation) });
export const createInvitationBody = z.strictObject({ email, role: z.enum(['admin', 'member', 'viewer']) });
export const createdInvitation = z.strictObject({ invitation, link: z.string().describe('Shown once; it is not kept') });
const token = z.string().min(20).max(200).describe('Of the link');
export const resolveInvitationBody = z.strictObject({ token });
export const invitationPreview = z.strictObject({
  email: z.string(), workspaceName: z.string(), role, invitedByName: z.string(), expiresAt: instant,
});
export const acceptInvitationBody = z.strictObject({ token, name: ownName.optional().describe('Of a new person; left out by who has an account, whose password is given'), password });
