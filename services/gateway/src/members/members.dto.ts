import { z } from 'zod';
import { id, instant } from '../http/fields.dto.js';
import { role } from '../sessions/sessions.dto.js';

export const member = z.strictObject({
  userId: id.describe('What ownerId and assigneeId of records name'), name: z.string(), email: z.string(), role, status: z.enum(['active', 'removed']), joinedAt: instant,
}).meta({ id: 'Member' });
export const members = z.strictObject({ items: z.array(member) });
export const membersQuery = z.strictObject({ includeRemoved: z.enum(['true', 'false']).optional() });
export const memberParams = z.strictObject({ userId: id });
export const updateMemberBody = z.strictObject({ role });
