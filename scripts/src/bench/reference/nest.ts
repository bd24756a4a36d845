import { pathToFileURL } from 'node:url';
import { PrismaPg } from '@prisma/adapter-pg';
import { Body, Controller, Get, Inject, Module, Param, Post, Query } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { randomUUID } from 'node:crypto';
import { inRepository } from '../../repository.js';

/** What this server uses of the client that Prisma generates for the crm schema. */
interface Client {
  contact: {
    findMany(query: unknown): Promise<unknown[]>;
    findFirst(query: unknown): Promise<unknown>;
    create(query: unknown): Promise<unknown>;
  };
}

const [url = '', port = '', workspaceId = '', ownerId = ''] = process.argv.slice(2);

/** bigint has no JSON of its own. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value, (_key, each: unknown) => (typeof each === 'bigint' ? String(each) : each)));

@Controller()
class ContactsController {
  constructor(@Inject('prisma') private readonly prisma: Client) {}

  @Get('contacts')
  async list(@Query('lifecycle') lifecycle: string): Promise<unknown> {
    const items = await this.prisma.contact.findMany({
      where: { workspaceId, deletedAt: null, lifecycle }, orderBy: [{ lastNameSort: 'asc' }, { id: 'asc' }], take: 50, include: { company: { select: { id: true, name: true } } },
    });
    return { items: plain(items), nextCursor: null };
  }

  @Get('contacts/:id')
  async read(@Param('id') id: string): Promise<unknown> {
    return plain(await this.prisma.contact.findFirst({ where: { workspaceId, id, deletedAt: null }, include: { company: { select: { id: true, name: true } } } }));
  }

  @Post('contacts')
  async create(@Body() body: { lastName: string; email: string }): Promise<unknown> {
    const emails = [{ email: body.email, label: 'work', primary: true }];
    return plain(await this.prisma.contact.create({ data: { workspaceId, id: randomUUID(), lastName: body.lastName, emails, ownerId, createdBy: ownerId, updatedBy: ownerId } }));
  }
}

/** The common way to build it: one Nest process with Prisma, no sign-in, no wall, no logs. */
async function main(): Promise<void> {
  const { PrismaClient } = (await import(pathToFileURL(inRepository('services/crm/dist/generated/client.js')).href)) as { PrismaClient: new (options: unknown) => Client };
  const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString: url, max: 8, options: `-c search_path=crm,public -c app.workspace_id=${workspaceId}` }, { schema: 'crm' }) });

  @Module({ controllers: [ContactsController], providers: [{ provide: 'prisma', useValue: prisma }] })
  class BareModule {}

  const app = await NestFactory.create(BareModule, { logger: false });
  await app.listen(Number(port), '127.0.0.1');
}

process.stdin.on('end', () => process.exit(0)).resume();
await main();
