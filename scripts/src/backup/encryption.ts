import fs from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { PlainError } from '../terminal/plain-error.js';

type Bytes = globalThis.ReadableStream<Uint8Array>;

const bytesOf = (file: string): Bytes => Readable.toWeb(fs.createReadStream(file)) as unknown as Bytes;
const write = (stream: Bytes, file: string): Promise<void> => pipeline(Readable.fromWeb(stream as unknown as ReadableStream), fs.createWriteStream(file, { mode: 0o600 }));

/** Writes a new private key, never over another one, and answers the public one. */
export async function makeIdentity(file: string): Promise<string> {
  const identity = await generateX25519Identity();
  const recipient = await identityToRecipient(identity);
  try {
    fs.writeFileSync(file, `# public key: ${recipient}\n${identity}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw new PlainError(`${file} is there already: a key that is overwritten opens nothing any more. Choose another name.`);
    throw error;
  }
  return recipient;
}

/** For the holders of the keys alone; what encrypts cannot decrypt. The format is age's, so the age program reads it too. */
export async function encryptFile(from: string, to: string, recipients: readonly string[]): Promise<void> {
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  await write(await encrypter.encrypt(bytesOf(from)), to);
}

export async function decryptFile(from: string, to: string, identityFile: string): Promise<void> {
  const decrypter = new Decrypter();
  const identities = fs.readFileSync(identityFile, 'utf8').split('\n').map((line) => line.trim()).filter((line) => line.startsWith('AGE-SECRET-KEY-'));
  if (identities.length === 0) throw new PlainError(`${identityFile} holds no age identity: it is a file with a line that begins with AGE-SECRET-KEY-.`);
  for (const identity of identities) decrypter.addIdentity(identity);
  try {
    await write(await decrypter.decrypt(bytesOf(from)), to);
  } catch (error) {
    throw new PlainError(`${from} cannot be decrypted with ${identityFile}: ${error instanceof Error ? error.message : String(error)}.`, { cause: error });
  }
}
