import { z } from 'zod';
import { id, instant } from '../http/fields.dto.js';
import { page } from '../http/lists.dto.js';
import { type Orders, shortListQuery } from '../http/short-lists.js';
import { role } from '../sessions/sessions.dto.js';

export const member = z.strictObject({
  userId: id.describe('What ownerId and assigneeId of records name'), name: z.string(), email: z.string(), role, status: z.enum(['active', 'removed']), joinedAt: instant,
}).meta({ id: 'Member' });
export const memberPage = page(member);
type Member = z.output<typeof member>;
export const memberOrders = { name: ({ name }) => name, email: ({ email }) => email, role: ({ role: held }) => held, joinedAt: ({ joinedAt }) => joinedAt } satisfies Orders<Member>;
export const membersQuery = shortListQuery(Object.keys(memberOrders), 'by name').extend({ includeRemoved: z.enum(['true', 'false']).optional() });
export const memberParams = z.strictObject({ userId: id });
export const updateMemberBody = z.strictObject({ role });
