import type { Server, ServiceDefinition } from '@grpc/grpc-js';
import { HealthImplementation } from 'grpc-health-check';
import type { GrpcOptions } from '@nestjs/microservices';
import { Transport } from '@nestjs/microservices';
import { ANSWER_BYTES_MAX } from '../grpc-client/index.js';

/** The part of a service's health that says whether people can work with it: what it cannot do without is there, too. */
export const WORK = 'work';

/** Bodies of the public API have one mebibyte at most. */
const REQUEST_BYTES_MAX = 4 * 1024 * 1024;

export interface ServerOptions {
  /** host:port; port 0 takes a free one. */
  bind: string;
  services: readonly ServiceDefinition[];
}

export interface GrpcServerParts {
  /** For NestFactory.createMicroservice. */
  options: GrpcOptions;
  health: HealthImplementation;
  /** The grpc-js server, once Nest has made it. */
  server: () => Server;
}

function nameOf(service: ServiceDefinition): string {
  return Object.values(service)[0]?.path.split('/')[1] ?? '';
}

/** How Nest serves our contract: the health service beside it, connections that age so that new processes are found, room for graceful stops. */
export function grpcServer({ bind, services }: ServerOptions): GrpcServerParts {
  const names = services.map(nameOf);
  const health = new HealthImplementation({ '': 'NOT_SERVING', liveness: 'SERVING', readiness: 'NOT_SERVING', [WORK]: 'NOT_SERVING' });
  let server: Server | undefined;
  const options: GrpcOptions = {
    transport: Transport.GRPC,
    options: {
      url: bind,
      package: [...new Set(names.map((name) => name.slice(0, name.lastIndexOf('.'))))],
      packageDefinition: Object.fromEntries(names.map((name, index) => [name, services[index]])) as never,
      gracefulShutdown: true,
      maxReceiveMessageLength: REQUEST_BYTES_MAX,
      maxSendMessageLength: ANSWER_BYTES_MAX,
      channelOptions: {
        'grpc.max_connection_age_ms': 30_000,
        'grpc.max_connection_age_grace_ms': 30_000,
        'grpc.keepalive_time_ms': 60_000,
        'grpc.keepalive_timeout_ms': 20_000,
      },
      onLoadPackageDefinition: (_definition: unknown, made: Server) => {
        server = made;
        health.addToServer(made);
      },
    },
  };
  return {
    options,
    health,
    server: () => {
      if (!server) throw new Error('The gRPC server has not been made yet.');
      return server;
    },
  };
}

/** The port that a server with port 0 got. grpc-js keeps it in a private map. */
export function boundPort(server: Server): number {
  const ports = (server as unknown as { boundPorts: Map<string, unknown> }).boundPorts;
  return Number([...ports.keys()][0]?.split(':').at(-1));
}
