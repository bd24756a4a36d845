import { Controller } from '@nestjs/common';
import { Crm } from '../clients.js';
import { Handle, type In } from '../http/handle.js';
import { Input } from '../http/input.js';
import { nextCursor } from '../http/lists.mapper.js';
import { Answer, Reply } from '../http/reply.js';
import { fromBinEntry, fromUndo, toBinRequest } from './records.mapper.js';
import * as routes from './records.routes.js';

@Controller()
export class RecordsController {
  constructor(private readonly crm: Crm) {}

  @Handle(routes.listBin)
  async listBin(@Input() { query }: In<typeof routes.listBin>) {
    const { entries, nextCursor: next } = await this.crm.records.listBin(toBinRequest(query));
    return { items: entries.map(fromBinEntry), nextCursor: nextCursor(next) };
  }

  @Handle(routes.undoChangeSet)
  async undoChangeSet(@Input() { params }: In<typeof routes.undoChangeSet>, @Answer() reply: Reply) {
    return reply.changed(await this.crm.records.undoChangeSet(params), fromUndo);
  }
}
