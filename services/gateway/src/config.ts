import { baseConfig, integer, list, loadConfigOrExit, port, publicUrl, redisConfig } from '@crm-vision/common/config';
import { z } from 'zod';

const isOrigin = (text: string): boolean => URL.canParse(text) && new URL(text).origin === text;
const origins = list().refine((values) => values.every(isOrigin), 'Must be origins such as "https://app.example.com", and never "*".');

const grpcTarget = z.string().min(1).max(2000);

/** Every variable of the gateway, once. */
export const gatewayConfig = z.object({
  ...baseConfig,
  ...redisConfig,
  HTTP_HOST: z.string().default('0.0.0.0').describe('Address to listen on'),
  HTTP_PORT: port().default(8080).describe('Port to listen on; 0 takes a free one'),
  PUBLIC_URL: publicUrl().describe('Where people reach the system; https turns on secure cookies and HSTS'),
  AUTH_GRPC_URL: grpcTarget.describe('The auth service, as a gRPC target such as "127.0.0.1:50051" or "dns:///auth:50051"'),
  CRM_GRPC_URL: grpcTarget.describe('The crm service, as a gRPC target'),
  WEB_ROOT: z.string().min(1).optional().describe('Folder of the built web app to serve; absent: the API alone'),
  CORS_ORIGINS: origins.default([]).describe('Other origins that may call the API with cookies, with commas between'),
  SECURITY_CONTACT: z
    .string()
    .regex(/^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/, 'Must be an address such as "mailto:security@example.com" or "https://example.com/security".')
    .optional()
    .describe('Where weaknesses are reported, for /.well-known/security.txt; absent: there is no such page'),
  TRUSTED_PROXY_HOPS: integer(0, 10).default(0).describe('Proxies in front whose X-Forwarded-For is believed'),
  BODY_LIMIT_BYTES: integer(1024, 100 * 1024 * 1024).default(1_048_576).describe('Largest body of a request, in bytes; 4096 at most without a session'),
  REQUESTS_IN_FLIGHT_MAX: integer(1, 100_000).default(256).describe('Requests worked at at once, a 64th of them of one person; more wait for their turn, and beyond 16 times as many are turned away'),
  REQUEST_DEADLINE_MS: integer(100, 60_000).default(5000).describe('Milliseconds that a request may take before its calls are given up'),
  SESSION_CACHE_MS: integer(0, 10_000).default(5000).describe('Milliseconds that a checked session is believed'),
  EVENT_STREAMS_PER_USER_MAX: integer(1, 1000).default(20).describe('Live-update streams that one person may hold on one process'),
  EVENT_HEARTBEAT_MS: integer(100, 25_000).default(20_000).describe('Milliseconds between two signs of life on a live-update stream'),
  RATE_LIMIT_USER_PER_MINUTE: integer(1, 10_000_000).default(3000).describe('Requests a minute of one signed-in person'),
  RATE_LIMIT_PUBLIC_PER_MINUTE: integer(1, 10_000_000).default(300).describe('Requests a minute of one address without a session'),
  RATE_LIMIT_SIGN_IN_PER_MINUTE: integer(1, 10_000_000).default(20).describe('Attempts a minute of one address to sign in, sign up or join'),
});

export type GatewayConfig = z.output<typeof gatewayConfig>;

export const readConfig = (): GatewayConfig => loadConfigOrExit(gatewayConfig, process.env);

export const isHttps = ({ PUBLIC_URL }: Pick<GatewayConfig, 'PUBLIC_URL'>): boolean => PUBLIC_URL.startsWith('https:');
