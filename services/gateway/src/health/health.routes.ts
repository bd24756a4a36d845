import { route } from '../http/route.js';
import { health, unavailable } from './health.dto.js';

export const getHealth = route({
  method: 'GET', path: '/api/health', id: 'getHealth', summary: 'Can people work, and with which version?', tag: 'Health', access: 'public',
  description: '503 whenever somebody who signs in now could not work. For uptime monitors and load balancers: asking costs nothing.',
  status: 200, response: health, unavailable,
});
