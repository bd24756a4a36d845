import { type CreateContactRequest, type CreateContactResponse, ContactServiceService } from '@crm-vision/proto/crm_vision/crm/contacts/v1/contacts';
import { Client, credentials } from '@grpc/grpc-js';
import { Body, Controller, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

const [port, servicePort] = process.argv.slice(2);
const client = new Client(`127.0.0.1:${servicePort}`, credentials.createInsecure());

function create(request: CreateContactRequest): Promise<CreateContactResponse> {
  const { path, requestSerialize, responseDeserialize } = ContactServiceService.createContact;
  return new Promise((resolve, reject) => {
    client.makeUnaryRequest(path, requestSerialize, responseDeserialize, request, (error, response) => {
      if (response) resolve(response);
      else reject(error ?? new Error('The service did not answer.'));
    });
  });
}

@Controller()
class ContactsController {
  @Post('contacts')
  async create(@Body() { lastName, email }: { lastName: string; email: string }): Promise<unknown> {
    const emails = { values: [{ email, label: 'work', primary: true }] };
    return (await create({ input: { lastName, emails, phones: undefined, address: undefined, tags: undefined, clear: [] } })).contact;
  }
}

@Module({ controllers: [ContactsController] })
class BareModule {}

/** The near side of the same path: a bare Nest server that asks a bare Nest service by gRPC; no sign-in, no checks, no logs. */
async function main(): Promise<void> {
  await new Promise<void>((resolve, reject) => client.waitForReady(Date.now() + 20_000, (error) => (error ? reject(error) : resolve())));
  const app = await NestFactory.create(BareModule, { logger: false });
  await app.listen(Number(port), '127.0.0.1');
}

process.stdin.on('end', () => process.exit(0)).resume();
await main();
