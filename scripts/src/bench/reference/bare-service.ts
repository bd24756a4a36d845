import { randomUUID } from 'node:crypto';
import {
  type CreateContactRequest, type CreateContactResponse, ContactServiceService,
} from '@crm-vision/proto/crm_vision/crm/contacts/v1/contacts';
import { Controller, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { GrpcMethod, type MicroserviceOptions, Transport } from '@nestjs/microservices';
import pg from 'pg';
import { contactInsert } from './statements.js';

const [url, port, workspaceId, ownerId] = process.argv.slice(2);
const name = 'crm_vision.crm.contacts.v1.ContactService';
const pool = new pg.Pool({ connectionString: url, max: 8, options: `-c search_path=crm,public -c app.workspace_id=${workspaceId}` });

@Controller()
class ContactsController {
  @GrpcMethod('ContactService', 'createContact')
  async createContact({ input }: CreateContactRequest): Promise<CreateContactResponse> {
    const { rows: [contact] } = await pool.query<CreateContactResponse['contact'] & object>({
      name: 'create', text: contactInsert, values: [workspaceId, randomUUID(), input?.lastName, JSON.stringify(input?.emails?.values ?? []), ownerId],
    });
    return { contact, changeSetId: '' };
  }
}

@Module({ controllers: [ContactsController] })
class BareModule {}

/** The far side of the same path: one prepared insert behind Nest and gRPC; no token, no audit entry, no event. */
async function main(): Promise<void> {
  const app = await NestFactory.createMicroservice<MicroserviceOptions>(BareModule, {
    transport: Transport.GRPC,
    options: { url: `127.0.0.1:${port}`, package: 'crm_vision.crm.contacts.v1', packageDefinition: { [name]: ContactServiceService } as never },
    logger: false,
  });
  await app.listen();
}

process.stdin.on('end', () => process.exit(0)).resume();
await main();
