import fs from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { S3mini } from 's3mini';
import { PlainError } from '../terminal/plain-error.js';
import type { StoreSettings } from './settings.js';

const partBytes = 16 * 1024 * 1024;

/** A bucket of any S3-compatible store. */
export class ObjectStore {
  private readonly s3: S3mini;

  constructor(private readonly settings: StoreSettings) {
    const { url: endpoint, region, accessKeyId, secretAccessKey } = settings;
    this.s3 = new S3mini({ endpoint, region, accessKeyId, secretAccessKey });
  }

  /** Names of everything below the prefix. */
  async list(): Promise<string[]> {
    const found = await this.asking('listing', () => this.s3.listObjects('/', this.settings.prefix));
    return (found ?? []).map(({ Key }) => Key).filter((key) => key.startsWith(this.settings.prefix)).map((key) => key.slice(this.settings.prefix.length));
  }

  /** In parts, so that a file of any size needs little memory; it appears when it is whole. */
  async upload(name: string, file: string): Promise<void> {
    const key = this.key(name);
    await this.asking(`uploading ${name}`, async () => {
      if (fs.statSync(file).size <= partBytes) return void (await this.s3.putObject(key, fs.readFileSync(file)));
      const id = await this.s3.getMultipartUploadId(key);
      try {
        const parts = [];
        for await (const part of partsOf(file)) parts.push(await this.s3.uploadPart(key, id, part, parts.length + 1));
        await this.s3.completeMultipartUpload(key, id, parts);
      } catch (error) {
        await this.s3.abortMultipartUpload(key, id).catch(() => undefined);
        throw error;
      }
    });
    const size = await this.asking(`looking at ${name}`, () => this.s3.getContentLength(key));
    if (size !== fs.statSync(file).size) throw new PlainError(`The object store has ${size} bytes of ${name} and not ${fs.statSync(file).size}: the copy there is no good.`);
  }

  async download(name: string, file: string): Promise<void> {
    const response = await this.asking(`reading ${name}`, () => this.s3.getObjectResponse(this.key(name)));
    if (!response?.body) throw new PlainError(`The object store has no ${name}.`);
    await pipeline(Readable.fromWeb(response.body as never), fs.createWriteStream(file, { mode: 0o600 }));
  }

  async read(name: string): Promise<string> {
    const text = await this.asking(`reading ${name}`, () => this.s3.getObject(this.key(name)));
    if (text === null) throw new PlainError(`The object store has no ${name}.`);
    return text;
  }

  /** False: the store does not let it go, such as one that locks what it keeps. */
  async remove(name: string): Promise<boolean> {
    return this.s3.deleteObject(this.key(name)).catch(() => false);
  }

  private key(name: string): string {
    return `${this.settings.prefix}${name}`;
  }

  private async asking<T>(what: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof PlainError) throw error;
      throw new PlainError(`The object store ${new URL(this.settings.url).host} failed at ${what}: ${error instanceof Error ? error.message : String(error)}.`, { cause: error });
    }
  }
}

async function* partsOf(file: string): AsyncGenerator<Buffer> {
  const handle = await fs.promises.open(file);
  try {
    for (;;) {
      const part = Buffer.alloc(partBytes);
      let filled = 0;
      for (let read = -1; read !== 0 && filled < partBytes; filled += read) ({ bytesRead: read } = await handle.read(part, filled, partBytes - filled));
      if (filled > 0) yield part.subarray(0, filled);
      if (filled < partBytes) return;
    }
  } finally {
    await handle.close();
  }
}
