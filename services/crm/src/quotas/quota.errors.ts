import { DomainError } from '@crm-vision/common/errors';

const WHAT = { records: 'records, those in the bin included', bytes: 'bytes of records and their history' } as const;

/** The workspace is full. Names the quota and its limit. */
export class QuotaReachedError extends DomainError {
  constructor(quota: keyof typeof WHAT, limit: number) {
    const message = `This workspace may have ${limit} ${WHAT[quota]}. Delete for good what nobody needs, or have this quota raised by whoever runs this installation.`;
    super('quotaReached', 'QUOTA_REACHED', message, { details: { quota, limit: String(limit) } });
  }
}

/** The workspace has changed as much as it may in this hour. */
export class HourlyQuotaReachedError extends DomainError {
  constructor(limit: number, secondsLeft: number) {
    const message = `This workspace may change ${limit} records an hour. Go on in ${secondsLeft} s, or have this quota raised by whoever runs this installation.`;
    super('rateLimited', 'HOURLY_QUOTA_REACHED', message, { details: { quota: 'events', limit: String(limit), retryAfterSeconds: String(secondsLeft) } });
  }
}
