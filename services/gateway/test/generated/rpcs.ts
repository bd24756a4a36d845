import { Client, credentials, Metadata, type ServiceDefinition, type ServiceError } from '@grpc/grpc-js';
import { globSync } from 'node:fs';
import path from 'node:path';

const generated = path.resolve(import.meta.dirname, '../../../../proto/dist/gen');

/** Every rpc of the contract, found in what is generated from it: "/crm_vision.crm.deals.v1.DealService/MoveDeal". */
export async function allRpcs(): Promise<string[]> {
  const files = globSync('crm_vision/**/*.js', { cwd: generated });
  const modules = await Promise.all(files.map((file) => import(path.join(generated, file)) as Promise<Record<string, unknown>>));
  const services = modules.flatMap((module) => Object.entries(module).filter(([name]) => name.endsWith('ServiceService')).map(([, service]) => service as ServiceDefinition));
  return services.flatMap((service) => Object.values(service).map((method) => method.path)).sort();
}

/** An empty request; the name of what it fails with, "" when it does not. */
export function callEmpty(client: Client, rpc: string, token?: string): Promise<{ code: number; details: string }> {
  const metadata = new Metadata();
  if (token !== undefined) metadata.set('authorization', token);
  const none = (): Buffer => Buffer.alloc(0);
  return new Promise((resolve) => {
    client.makeUnaryRequest(rpc, none, (bytes) => bytes, none(), metadata, { deadline: Date.now() + 5000 }, (error: ServiceError | null) => resolve({ code: error?.code ?? 0, details: error?.details ?? '' }));
  });
}

export const clientTo = (url: string): Client => new Client(url, credentials.createInsecure());
