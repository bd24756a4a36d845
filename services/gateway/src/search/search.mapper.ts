import type { SearchRequest, SearchResponse } from '@crm-vision/proto/crm_vision/crm/search/v1/search';
import type { z } from 'zod';
import { fromKind, toKind, word } from '../http/fields.mapper.js';
import type * as dto from './search.dto.js';

export function toSearch({ q, limit, kinds }: z.output<typeof dto.searchQuery>): SearchRequest {
  return { query: q, limit, kinds: kinds ? kinds.split(',').map((kind) => toKind(word(kind))) : [] };
}

export function fromSearch({ hits }: SearchResponse): z.output<typeof dto.searchResult> {
  return { items: hits.map(({ kind, id, title, subtitle, matchedField }) => ({ kind: fromKind(kind), id, title, subtitle, matchedField: word(matchedField) })) };
}
