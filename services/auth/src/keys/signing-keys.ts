import type { KeySource } from '@crm-vision/common/grpc';
import type { Logger } from '@crm-vision/common/logging';
import type { JSONWebKeySet } from 'jose';
import { currentKey, nextSignsFrom, retiredKeys } from './key-rotation.js';
import { makeSigningKey, type ReadableKey, type SigningKey } from './signing-key.js';
import type { SigningKeysRepository } from './signing-keys.repository.js';

export interface RotationSettings {
  SIGNING_KEY_DAYS: number;
  ACCESS_TOKEN_TTL_SECONDS: number;
}

const REFRESH_MS = 60_000;

/** The keys that sign access tokens, as this process knows them; the database holds them for all processes. */
export class SigningKeys implements KeySource {
  private keys: readonly SigningKey[] = [];
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly repository: SigningKeysRepository,
    private readonly settings: RotationSettings,
    private readonly logger: Logger,
  ) {}

  /** Makes the first key if there is none, and keeps up with the others from then on. */
  async start(): Promise<void> {
    await this.refresh();
    this.timer = setInterval(() => {
      this.refresh().catch((error: unknown) => this.logger.warn({ err: error }, 'The signing keys could not be read again'));
    }, REFRESH_MS).unref();
  }

  stop(): void {
    clearInterval(this.timer);
  }

  /** Reads the keys; makes the next one and drops the retired ones when their time has come. */
  async refresh(now = new Date()): Promise<void> {
    this.keys = await this.repository.list();
    if (!this.isDue(now)) return;
    this.keys = await this.repository.exclusively(async () => {
      this.keys = await this.repository.list();
      await this.rotate(now);
      return this.repository.list();
    });
  }

  /** The key to sign with. */
  current(now = new Date()): ReadableKey {
    const key = currentKey(this.keys, now);
    if (!key) throw new Error('There is no key to sign with.');
    return key;
  }

  /** Every key that may verify a token, the one that signs first. */
  fetchKeys(now = new Date()): Promise<JSONWebKeySet> {
    const { kid } = this.current(now);
    const ordered = [...this.keys].sort((a, b) => Number(b.kid === kid) - Number(a.kid === kid));
    return Promise.resolve({ keys: ordered.map(({ publicJwk }) => publicJwk) });
  }

  private isDue(now: Date): boolean {
    return nextSignsFrom(this.keys, now, this.settings.SIGNING_KEY_DAYS) !== null || this.retired(now).length > 0;
  }

  private retired(now: Date): SigningKey[] {
    return retiredKeys(this.keys, now, this.settings.ACCESS_TOKEN_TTL_SECONDS);
  }

  private async rotate(now: Date): Promise<void> {
    const signsFrom = nextSignsFrom(this.keys, now, this.settings.SIGNING_KEY_DAYS);
    if (signsFrom) {
      const key = await makeSigningKey(signsFrom);
      await this.repository.create(key);
      this.logger.info({ kid: key.kid, signsFrom }, 'A signing key was made');
    }
    const retired = this.retired(now).map(({ kid }) => kid);
    if (retired.length === 0) return;
    await this.repository.delete(retired);
    this.logger.info({ kids: retired }, 'Retired signing keys were removed');
  }
}
