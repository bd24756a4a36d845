import { DomainError, StaleVersionError } from '@crm-vision/common/errors';

/** A record that is too large to travel with the error that it has changed is read by itself. */
export async function withCurrent<T>(write: Promise<T>, read: () => Promise<unknown>): Promise<T> {
  try {
    return await write;
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'STALE_VERSION' || error.details['current'] !== undefined) throw error;
    throw new StaleVersionError(await read());
  }
}
