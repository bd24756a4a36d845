import type { Database } from '@crm-vision/common/database';
import type { JWK } from 'jose';
import { decryptPrivateKey, encryptPrivateKey, type ReadableKey, type SigningKey } from './signing-key.js';

interface KeyRow {
  kid: string;
  public_jwk: JWK;
  private_jwk: Buffer;
  signs_from: string;
}

const LIST = { name: 'signing_key_list', text: 'select kid, public_jwk, private_jwk, signs_from from signing_key order by signs_from, created_at', values: [] };
/** Processes that start or rotate at once take turns. */
const ROTATION_LOCK = 721_003;

export class SigningKeysRepository {
  constructor(
    private readonly database: Database,
    private readonly encryptionKey: string,
  ) {}

  /** Oldest first. */
  async list(): Promise<SigningKey[]> {
    const rows = await this.database.readGlobal<KeyRow>(LIST);
    return rows.map((row) => ({
      kid: row.kid, publicJwk: row.public_jwk, signsFrom: new Date(row.signs_from), privateJwk: decryptPrivateKey(row.kid, row.private_jwk, this.encryptionKey),
    }));
  }

  /** Runs the work while no other process changes keys. */
  exclusively<T>(work: () => Promise<T>): Promise<T> {
    return this.database.transaction(null, async (transaction) => {
      await transaction.run('select pg_advisory_xact_lock($1)', [ROTATION_LOCK]);
      return work();
    });
  }

  async create(key: ReadableKey): Promise<void> {
    await this.database.transaction(null, (transaction) =>
      transaction.run('insert into signing_key (kid, public_jwk, private_jwk, signs_from) values ($1, $2, $3, $4)', [
        key.kid, JSON.stringify(key.publicJwk), encryptPrivateKey(key, this.encryptionKey), key.signsFrom,
      ]));
  }

  async delete(kids: readonly string[]): Promise<void> {
    await this.database.transaction(null, (transaction) => transaction.run('delete from signing_key where kid = any($1)', [kids]));
  }
}
