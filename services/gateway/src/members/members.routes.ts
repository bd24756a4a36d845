import { route } from '../http/route.js';
import * as dto from './members.dto.js';

const tag = 'Members';

export const listMembers = route({ method: 'GET', path: '/api/v1/members', id: 'listMembers', summary: 'The people of the workspace', tag, query: dto.membersQuery, status: 200, response: dto.memberPage });
export const updateMember = route({ method: 'PATCH', path: '/api/v1/members/{userId}', id: 'updateMember', summary: 'Change the role of a member', tag, params: dto.memberParams, body: dto.updateMemberBody, status: 200, response: dto.member, errors: ['MEMBER_NOT_FOUND', 'LAST_OWNER'] });
export const removeMember = route({ method: 'DELETE', path: '/api/v1/members/{userId}', id: 'removeMember', summary: 'End a membership', tag, params: dto.memberParams, status: 204, errors: ['MEMBER_NOT_FOUND', 'LAST_OWNER'] });
