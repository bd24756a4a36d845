import { eventually } from '@crm-vision/common/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { routes } from '../src/routes.js';
import { checkContract } from './stack/contract.js';
import { expectAnswered } from './stack/coverage.js';
import { type Call, type Reply, send } from './stack/http.js';
import { newEmail, PASSWORD } from './stack/person.js';
import { type Stack, startStack } from './stack/stack.js';

const SCRIPT = `console.log("${'crm vision '.repeat(100)}");`;
const folder = mkdtempSync(path.join(os.tmpdir(), 'crm-vision-web-'));
let stack: Stack;
beforeAll(async () => {
  mkdirSync(path.join(folder, 'assets'));
  mkdirSync(path.join(folder, '.vite'));
  const files = { 'index.html': '<!doctype html><title>CRM</title>', 'favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>', 'assets/app-1a2b.js': SCRIPT, '.vite/manifest.json': '{}' };
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(folder, name), content);
  writeFileSync(path.join(folder, 'assets/app-1a2b.js.br'), brotliCompressSync(SCRIPT));
  writeFileSync(path.join(folder, 'assets/app-1a2b.js.gz'), gzipSync(SCRIPT));
  stack = await startStack({ gateway: { PUBLIC_URL: 'https://crm.example.com', WEB_ROOT: folder, CORS_ORIGINS: 'https://app.example.com', RELEASE: '1.2.3', SECURITY_CONTACT: 'mailto:security@example.com' } });
  await eventually(async () => expect((await get('/api/health')).status).toBe(200));
});
afterAll(async () => {
  await stack.stop();
  rmSync(folder, { recursive: true });
});

const get = (at: string, headers: Record<string, string> = {}): Promise<Reply> => send(stack.origin, { method: 'GET', path: at, headers });
const json = { 'Content-Type': 'application/json' };

const answers: [status: number, what: string, call: Call][] = [
  [200, 'the page', { method: 'GET', path: '/' }],
  [200, 'an address of the app', { method: 'GET', path: '/deals/board?x=1' }],
  [200, 'a script', { method: 'GET', path: '/assets/app-1a2b.js' }],
  [200, 'whom to tell of a weakness', { method: 'GET', path: '/.well-known/security.txt' }],
  [200, 'health', { method: 'GET', path: '/api/health' }],
  [200, 'the document', { method: 'GET', path: '/api/openapi.json' }],
  [200, 'its reader', { method: 'GET', path: '/api/docs' }],
  [204, 'a preflight', { method: 'OPTIONS', path: '/api/v1/companies', headers: { Origin: 'https://app.example.com', 'Access-Control-Request-Method': 'GET' } }],
  [400, 'bad JSON', { method: 'POST', path: '/api/v1/auth/sign-in', headers: json, body: '{' }],
  [400, 'a broken address', { method: 'GET', path: '/api/v1/companies/%ff' }],
  [400, 'a broken address of the app', { method: 'GET', path: '/%ff' }],
  [401, 'no session', { method: 'GET', path: '/api/v1/companies' }],
  [403, 'another site', { method: 'POST', path: '/api/v1/auth/sign-in', headers: { ...json, Origin: 'https://evil.example' }, body: '{}' }],
  [404, 'an unknown route', { method: 'GET', path: '/api/v1/nothing' }],
  [404, 'a script of the release before', { method: 'GET', path: '/assets/app-0000.js' }],
  [404, 'a hidden file', { method: 'GET', path: '/.vite/manifest.json' }],
  [404, 'a file above', { method: 'GET', path: '/assets/../../package.json' }],
  [405, 'another method', { method: 'PUT', path: '/api/v1/companies', headers: json, body: '{}' }],
  [413, 'a body of 1 MB and a byte', { method: 'POST', path: '/api/v1/auth/sign-in', headers: json, body: `"${'a'.repeat(1024 * 1024 - 1)}"` }],
  [415, 'another content type', { method: 'POST', path: '/api/v1/auth/sign-in', headers: { 'Content-Type': 'text/plain' }, body: '{}' }],
];

describe('/.well-known/security.txt', () => {
  it('says whom to tell of a weakness, and until when that holds', async () => {
    const { headers, text } = await get('/.well-known/security.txt');
    expect(headers['content-type']).toBe('text/plain; charset=utf-8');
    const [, expires = ''] = /^Contact: mailto:security@example\.com\nExpires: (\S+Z)\nPreferred-Languages: en, de\nCanonical: https:\/\/crm\.example\.com\/\.well-known\/security\.txt\n$/.exec(text) ?? [];
    const days = (Date.parse(expires) - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(178);
    expect(days).toBeLessThan(181);
  });
});

describe('every answer', () => {
  it.each(answers)('%i: %s', async (status, _what, call) => {
    const answer = await send(stack.origin, call);
    checkContract(call.method, call.path, answer);
    const { headers, ...reply } = answer;
    expect(reply.status).toBe(status);
    const policy = Object.fromEntries(String(headers['content-security-policy']).split(';').map((part) => [part.split(' ')[0] ?? '', part.split(' ').slice(1)]));
    expect(policy).toMatchObject({ 'default-src': ["'none'"], 'script-src': ["'self'"], 'style-src': ["'self'"], 'object-src': ["'none'"], 'base-uri': ["'none'"], 'frame-ancestors': ["'none'"] });
    expect(JSON.stringify(policy)).not.toContain('unsafe');
    expect(headers).toMatchObject({
      'strict-transport-security': 'max-age=31536000; includeSubDomains', 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY', 'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin', 'permissions-policy': expect.stringContaining('camera=()'), 'x-request-id': expect.stringMatching(/^[\w-]{36}$/),
    });
    expect(headers['x-powered-by']).toBeUndefined();
    if (status < 400) return;
    expect(headers).toMatchObject({ 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store' });
    expect(reply.json()).toMatchObject({ status, code: expect.stringMatching(/^[A-Z_]+$/), requestId: headers['x-request-id'] });
  });

  it('takes a request id that is well-formed, and makes one else', async () => {
    expect((await get('/api/health', { 'X-Request-Id': 'trace-0123.4' })).headers['x-request-id']).toBe('trace-0123.4');
    for (const bad of ['short', 'a b c d e f g', 'x'.repeat(101), '"><script>']) {
      expect((await get('/api/health', { 'X-Request-Id': bad })).headers['x-request-id']).toMatch(/^[\w-]{36}$/);
    }
  });

  it('names the methods of an address', async () => {
    expect((await send(stack.origin, { method: 'DELETE', path: '/api/v1/session' })).headers['allow']).toBe('GET, HEAD');
  });
});

describe('the cookie behind https', () => {
  it('is bound to the host and to https', async () => {
    const body = JSON.stringify({ email: newEmail(), password: PASSWORD, name: 'Ada', workspaceName: 'Acme' });
    const call = { method: 'POST', path: '/api/v1/auth/sign-up', body };
    const reply = await send(stack.origin, { ...call, headers: { ...json, Origin: 'https://crm.example.com' } });
    expect(reply.headers['set-cookie']).toEqual([expect.stringMatching(/^__Host-crm_session=[\w-]{43}; Path=\/; Expires=.+; HttpOnly; Secure; SameSite=Lax$/), expect.stringMatching(/^crm_signed_in=1; Path=\/; Expires=.+; Secure; SameSite=Lax$/),
      expect.stringMatching(/^__Host-crm_device=[\w-]{43}; Path=\/; Expires=.+; HttpOnly; Secure; SameSite=Strict$/)]);
    // A page without https is not the same site, also when it names the same host.
    const { host } = new URL(stack.origin);
    expect((await send(stack.origin, { ...call, headers: { ...json, Host: host, Origin: stack.origin } })).status).toBe(403);
  });
});

describe('other origins', () => {
  it('lets those of the list in, with cookies, and nobody else', async () => {
    const allowed = await get('/api/health', { Origin: 'https://app.example.com' });
    expect(allowed.headers).toMatchObject({ 'access-control-allow-origin': 'https://app.example.com', 'access-control-allow-credentials': 'true' });
    for (const origin of ['https://evil.example', 'https://app.example.com.evil.example', 'http://app.example.com', 'null']) {
      expect((await get('/api/health', { Origin: origin })).headers['access-control-allow-origin']).toBeUndefined();
    }
  });
});

describe('the web app', () => {
  it('keeps hashed files for a year and asks for the page each time', async () => {
    expect((await get('/assets/app-1a2b.js')).headers['cache-control']).toBe('public, max-age=31536000, immutable');
    for (const at of ['/', '/favicon.svg', '/contacts/1']) expect((await get(at)).headers['cache-control']).toBe('no-cache');
    expect((await get('/contacts/1')).headers['content-type']).toBe('text/html; charset=utf-8');
  });

  it.each(['br', 'gzip'])('sends the file that was compressed beforehand: %s', async (encoding) => {
    const response = await fetch(`${stack.origin}/assets/app-1a2b.js`, { headers: { 'Accept-Encoding': encoding } });
    expect(response.headers.get('content-encoding')).toBe(encoding);
    expect(response.headers.get('vary')).toContain('Accept-Encoding');
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(Number(response.headers.get('content-length'))).toBeLessThan(200);
    expect(await response.text()).toBe(SCRIPT);
  });

  it('says "not modified" to who has it', async () => {
    const { headers } = await get('/favicon.svg');
    const again = await get('/favicon.svg', { 'If-None-Match': headers['etag'] as string });
    expect([again.status, again.text]).toEqual([304, '']);
  });

  it('answers a file that vanished with a problem, and lives on', async () => {
    writeFileSync(path.join(folder, 'gone.txt'), 'x');
    const other = await stack.addGateway();
    rmSync(path.join(folder, 'gone.txt'));
    const reply = await send(other, { method: 'GET', path: '/gone.txt' });
    expect(reply.json()).toMatchObject({ status: 404, code: 'ROUTE_NOT_FOUND' });
    expect((await send(other, { method: 'GET', path: '/api/health' })).status).toBe(200);
  });
});

describe('compression', () => {
  it('compresses what is large', async () => {
    const reply = await fetch(`${stack.origin}/api/openapi.json`, { headers: { 'Accept-Encoding': 'br' } });
    expect(reply.headers.get('content-encoding')).toBe('br');
    expect(await reply.json()).toMatchObject({ openapi: '3.1.0', components: { securitySchemes: { sessionCookie: { name: '__Host-crm_session' } } } });
  });
});

describe('the documentation', () => {
  it('has a page with every route, without any script or other origin', async () => {
    const { text } = await get('/api/docs');
    for (const { id } of routes) expect(text).toContain(`id="${id}"`);
    expect(text).not.toMatch(/<script|style=|https?:/);
    expect((await get('/api/docs/reader.css')).headers['content-type']).toContain('text/css');
    expect((await get('/api/health')).json()).toEqual({ status: 'ok', version: '1.2.3' });
  });

  it('passes redocly lint without a warning', async () => {
    const file = path.join(folder, 'openapi.json');
    writeFileSync(file, (await get('/api/openapi.json')).text);
    const program = createRequire(import.meta.url).resolve('@redocly/cli/bin/cli.js');
    const output = execFileSync(process.execPath, [program, 'lint', file, '--format=stylish'], {
      cwd: folder, env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' }, stdio: 'pipe', encoding: 'utf8',
    });
    expect(output).not.toContain('warning');
  }, 60_000);
});

describe('the tests of routes', () => {
  it('claim every feature: each has a file in which all of its routes are seen to succeed', () => {
    const files = globSync('*.e2e-spec.ts', { cwd: import.meta.dirname }).map((file) => readFileSync(path.join(import.meta.dirname, file), 'utf8'));
    const claimed = new Set(files.flatMap((text) => [...text.matchAll(/^expectAnswered\('(.+)'\);$/gm)].map((match) => match[1])));
    expect([...new Set(routes.map(({ tag }) => tag))].filter((tag) => !claimed.has(tag))).toEqual([]);
  });
});

expectAnswered('Health');
