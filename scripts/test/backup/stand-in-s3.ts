import crypto from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

export const storeKeys = { S3_ACCESS_KEY_ID: 'test-access-key', S3_SECRET_ACCESS_KEY: 'test-secret-key' };

/** As much of S3 as backups need, which believes nobody whose signature is wrong. */
export class StandInS3 {
  readonly objects = new Map<string, Buffer>();
  /** Keys that it does not let go. */
  readonly locked = new Set<string>();
  private readonly uploads = new Map<string, Map<number, Buffer>>();
  private readonly server = http.createServer((request, response) => void this.answer(request, response));

  async start(): Promise<string> {
    await new Promise<void>((resolve) => void this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/backups`;
  }

  stop(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  private async answer(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const body = await buffer(request);
    const url = new URL(request.url!, 'http://store');
    const key = decodeURIComponent(url.pathname.replace(/^\/backups\/?/, ''));
    if (!signatureIsRight(request, url)) return void response.writeHead(403).end('<Error><Code>SignatureDoesNotMatch</Code></Error>');
    const { status = 200, headers = {}, text = '' } = this.serve(request.method!, key, url.searchParams, body);
    response.writeHead(status, headers).end(text);
  }

  private serve(method: string, key: string, query: URLSearchParams, body: Buffer): { status?: number; headers?: Record<string, string>; text?: string | Buffer } {
    const id = query.get('uploadId');
    const found = this.objects.get(key);
    if (method === 'GET' && key === '') return { text: this.listing(query.get('prefix') ?? '') };
    if (method === 'POST' && query.has('uploads')) return { text: `<InitiateMultipartUploadResult><UploadId>${this.begin()}</UploadId></InitiateMultipartUploadResult>` };
    if (method === 'PUT' && id) this.uploads.get(id)!.set(Number(query.get('partNumber')), body);
    else if (method === 'PUT') this.objects.set(key, body);
    else if (method === 'POST' && id) this.objects.set(key, Buffer.concat([...this.uploads.get(id)!].sort(([a], [b]) => a - b).map(([, part]) => part)));
    else if (method === 'DELETE') return this.locked.has(key) ? { status: 403 } : (this.objects.delete(key), { status: 204 });
    else if (!found) return { status: 404 };
    else return { headers: { 'content-length': String(found.length), etag: '"e"' }, text: method === 'HEAD' ? '' : found };
    return { headers: { etag: '"e"' }, text: id && method === 'POST' ? '<CompleteMultipartUploadResult><ETag>"e"</ETag></CompleteMultipartUploadResult>' : '' };
  }

  private begin(): string {
    const id = crypto.randomUUID();
    this.uploads.set(id, new Map());
    return id;
  }

  private listing(prefix: string): string {
    const keys = [...this.objects].filter(([key]) => key.startsWith(prefix));
    const contents = keys.map(([key, { length }]) => `<Contents><Key>${key}</Key><Size>${length}</Size><LastModified>2026-11-24T02:00:00.000Z</LastModified><ETag>"e"</ETag></Contents>`);
    return `<?xml version="1.0"?><ListBucketResult><IsTruncated>false</IsTruncated><KeyCount>${keys.length}</KeyCount>${contents.join('')}</ListBucketResult>`;
  }
}

const hmac = (key: crypto.BinaryLike, text: string): Buffer => crypto.createHmac('sha256', key).update(text).digest();

/** AWS Signature Version 4, worked out anew. */
function signatureIsRight({ method, headers }: http.IncomingMessage, url: URL): boolean {
  const [, id, scope, signed, signature] = /Credential=([^/]+)\/([^,]+),\s*SignedHeaders=([^,]+),\s*Signature=(\w+)/.exec(headers.authorization ?? '') ?? [];
  if (id !== storeKeys.S3_ACCESS_KEY_ID) return false;
  const encode = (text: string): string => encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
  const query = [...url.searchParams].map(([name, value]) => `${encode(name)}=${encode(value)}`).sort().join('&');
  const lines = signed!.split(';').map((name) => `${name}:${String(headers[name]).trim()}\n`).join('');
  const canonical = [method, url.pathname, query, lines, signed, headers['x-amz-content-sha256']].join('\n');
  const [day, region, service, end] = scope!.split('/');
  const text = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, crypto.createHash('sha256').update(canonical).digest('hex')].join('\n');
  const key = [region!, service!, end!].reduce<Buffer>(hmac, hmac(`AWS4${storeKeys.S3_SECRET_ACCESS_KEY}`, day!));
  return hmac(key, text).toString('hex') === signature;
}
