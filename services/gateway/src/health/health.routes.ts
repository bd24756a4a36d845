import { route } from '../http/route.js';
import { health } from './health.dto.js';

export const getHealth = route({ method: 'GET', path: '/api/health', id: 'getHealth', summary: 'Does it answer, and which version is it?', tag: 'Health', access: 'public', status: 200, response: health });
