import { Controller } from '@nestjs/common';
import { Crm } from '../clients.js';
import { Handle, type In } from '../http/handle.js';
import { Input } from '../http/input.js';
import { fromSearch, toSearch } from './search.mapper.js';
import { search } from './search.routes.js';

@Controller()
export class SearchController {
  constructor(private readonly crm: Crm) {}

  @Handle(search)
  async search(@Input() { query }: In<typeof search>) {
    return fromSearch(await this.crm.search.search(toSearch(query)));
  }
}
