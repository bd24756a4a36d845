import type { Actor } from '@crm-vision/common/context';
import { Injectable } from '@nestjs/common';
import { requirePermission } from '../access/roles.js';
import type { RecordKind } from '../writes/record-kind.js';
import { searchKinds } from './search-kinds.js';
import { type SearchHit, SearchRepository } from './search.repository.js';
import { toSearchTerms } from './search-terms.js';

@Injectable()
export class SearchService {
  constructor(private readonly hits: SearchRepository) {}

  /** Best first. No kinds: all that are searched. */
  async search(actor: Actor, query: string, kinds: readonly RecordKind[], limit: number): Promise<SearchHit[]> {
    requirePermission(actor, 'records.read');
    const terms = toSearchTerms(query);
    const wanted = kinds.length > 0 ? searchKinds.filter(({ kind }) => kinds.includes(kind)) : searchKinds;
    return terms && wanted.length > 0 ? this.hits.search(actor, wanted, terms, limit) : [];
  }
}
