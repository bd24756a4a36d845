import { Controller } from '@nestjs/common';
import { Crm } from '../clients.js';
import { toKind } from '../http/fields.mapper.js';
import { Handle, type In } from '../http/handle.js';
import { Input } from '../http/input.js';
import { nextCursor } from '../http/lists.mapper.js';
import { Answer, Reply } from '../http/reply.js';
import { fromBinEntry, fromPurgePreview, fromUndo, toBinRequest } from './records.mapper.js';
import * as routes from './records.routes.js';

@Controller()
export class RecordsController {
  constructor(private readonly crm: Crm) {}

  @Handle(routes.listBin)
  async listBin(@Input() { query }: In<typeof routes.listBin>) {
    const { entries, nextCursor: next } = await this.crm.records.listBin(toBinRequest(query));
    return { items: entries.map(fromBinEntry), nextCursor: nextCursor(next) };
  }

  @Handle(routes.previewPurge)
  async previewPurge(@Input() { params: { kind, id } }: In<typeof routes.previewPurge>) {
    return fromPurgePreview(await this.crm.records.previewPurge({ kind: toKind(kind), id }));
  }

  @Handle(routes.purgeRecord)
  async purgeRecord(@Input() { params: { kind, id }, body }: In<typeof routes.purgeRecord>) {
    await this.crm.records.purgeRecord({ kind: toKind(kind), id, ...body });
  }

  @Handle(routes.undoChangeSet)
  async undoChangeSet(@Input() { params }: In<typeof routes.undoChangeSet>, @Answer() reply: Reply) {
    return reply.changed(await this.crm.records.undoChangeSet(params), fromUndo);
  }
}
