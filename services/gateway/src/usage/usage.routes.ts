import { route } from '../http/route.js';
import * as dto from './usage.dto.js';

export const getUsage = route({
  method: 'GET', path: '/api/v1/settings/usage', id: 'getUsage', summary: 'How much the workspace has of each quota', description: 'For owners and admins.', tag: 'Settings', status: 200, response: dto.usage,
});
