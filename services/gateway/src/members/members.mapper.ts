import type { Member } from '@crm-vision/proto/crm_vision/auth/members/v1/members';
import type { z } from 'zod';
import { present, word } from '../http/fields.mapper.js';
import type * as dto from './members.dto.js';

export function fromMember(message: Member | undefined): z.output<typeof dto.member> {
  const { userId, name, email, role, status, joinedAt } = present(message, 'member');
  return { userId, name, email, role: word(role), status: word(status), joinedAt };
}
