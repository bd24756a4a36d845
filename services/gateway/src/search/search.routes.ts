import { route } from '../http/route.js';
import * as dto from './search.dto.js';

export const search = route({ method: 'GET', path: '/api/v1/search', id: 'search', summary: 'Find records by any part of a name, email, domain or phone', tag: 'Search', query: dto.searchQuery, status: 200, response: dto.searchResult });
