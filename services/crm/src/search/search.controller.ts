import { currentActor } from '@crm-vision/common/context';
import { invalidField } from '@crm-vision/common/errors';
import { type SearchRequest, type SearchResponse, type SearchServiceController, SearchServiceControllerMethods } from '@crm-vision/proto/crm_vision/crm/search/v1/search';
import { Controller } from '@nestjs/common';
import { checkLimit } from '../lists/list.mapper.js';
import { requireKind, toKindMessage } from '../writes/record-ref.mapper.js';
import { SearchService } from './search.service.js';

const QUERY_MAX = 200;

@Controller()
@SearchServiceControllerMethods()
export class SearchController implements SearchServiceController {
  constructor(private readonly searches: SearchService) {}

  async search({ query, limit, kinds }: SearchRequest): Promise<SearchResponse> {
    const hits = await this.searches.search(currentActor(), checkQuery(query), kinds.map((kind) => requireKind(kind, 'kinds')), checkLimit(limit, 50) || 20);
    return { hits: hits.map(({ kind, ...hit }) => ({ kind: toKindMessage(kind), ...hit })) };
  }
}

function checkQuery(query: string): string {
  if (query.trim() === '' || query.length > QUERY_MAX) throw invalidField('query', `Write 1 to ${QUERY_MAX} characters.`);
  return query;
}
