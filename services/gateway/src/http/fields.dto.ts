import { EMAIL_MAX, readEmail } from '@crm-vision/common/addresses';
import { z } from 'zod';

/** Fields that several resources share, with the rules of the public API. */
export const id = z.uuid().describe('A UUIDv7').meta({ example: '0192f0c1-7d2a-7b3c-9a51-2f4f6f0d8a11' });
export const instant = z.iso.datetime().describe('RFC 3339 in UTC, with milliseconds').meta({ example: '2026-05-04T09:30:00.000Z' });
export const day = z.iso.date().describe('YYYY-MM-DD').meta({ example: '2026-05-04' });
/** A year of one, two or three digits is a typing error, not a day that anybody plans. */
export const writtenDay = z.iso.date({ error: 'Must be a day such as "2026-05-04".', abort: true }).refine((value) => value >= '1900-01-01' && value <= '2199-12-31', 'Must be a day from 1900-01-01 to 2199-12-31.').describe('YYYY-MM-DD, from 1900 to 2199').meta({ example: '2026-05-04' });
const OWN_NAME_MAX = 120;
/** The largest number of a column that counts, and of int32 on the wire between the services. */
export const INT32_MAX = 2_147_483_647;
export const version = z.int().min(1).max(INT32_MAX).describe('Goes up with each change; send the one last read').meta({ example: 3 });
export const text = (max: number) => z.string().trim().max(max);
export const requiredText = (max: number) => z.string().trim().min(1).max(max);
/** Of a person or a workspace: counted in characters as people see most of them, as auth does, and not in the halves of UTF-16. */
export const ownName = z.string().trim().min(1).refine((value) => [...value].length <= OWN_NAME_MAX, { message: `Must have at most ${OWN_NAME_MAX} characters.`, params: { code: 'TOO_BIG' } }).meta({ maxLength: OWN_NAME_MAX });
export const email = z.string().max(EMAIL_MAX)
  .refine((value) => readEmail(value) !== null, { message: 'Must be an email, such as "ada@example.com".', params: { code: 'INVALID_EMAIL' } })
  .describe('In letters of any language; a domain in punycode is the same').meta({ example: 'ada@example.com', format: 'idn-email' });
export const idParams = z.strictObject({ id });

export const currencyCode = z.string().regex(/^[A-Z]{3}$/, 'Must be an ISO 4217 code, such as "EUR".');

export const money = z
  .strictObject({
    amount: z
      .string()
      .regex(/^\d{1,12}(\.\d{1,4})?$/, 'Must be a decimal number as text, such as "1234.50", with at most 12 digits before the point.')
      .describe('Decimal text. Answers have exactly the digits of the currency; more than those are refused, fewer are filled up'),
    currency: currencyCode,
  })
  .meta({ id: 'Money', example: { amount: '1234.50', currency: 'EUR' } });

/** What many amounts come to: longer than any of them may be. */
export const moneySum = z
  .strictObject({
    amount: z.string().regex(/^\d{1,19}(\.\d{1,4})?$/).describe('Decimal text with exactly the digits of the currency'),
    currency: currencyCode,
  })
  .meta({ id: 'MoneySum', example: { amount: '1234567.50', currency: 'EUR' } });

export const address = z
  .strictObject({
    street: text(200).optional(),
    city: text(120).optional(),
    region: text(120).optional(),
    postalCode: text(20).optional(),
    country: z.string().regex(/^[A-Z]{2}$/, 'Must be an ISO 3166-1 code of two letters, such as "DE".').optional(),
  })
  .meta({ id: 'Address' });

export const phoneNumber = z.string().describe('E.164, with ";ext=" and its digits behind it (RFC 3966) when there is an extension: after "tel:" it is a link').meta({ example: '+14155552671;ext=123' });
export const writtenPhone = z.string().trim().max(60)
  .describe('In any spelling. Without a country code it is one of the country of the record\'s own address, else of the workspace').meta({ example: '030 123456' });

export const reference = z.strictObject({ id, name: z.string() }).meta({ id: 'Reference' });
export const tags = z.array(requiredText(40)).max(30);
/** Any JSON: it was read from JSON, so there is nothing to check, and generators have no type for a schema that contains itself. */
export const jsonObject = z.record(z.string(), z.unknown());
export const custom = z.record(z.string().max(63), z.unknown()).describe('Values of custom fields by key: 32 768 bytes as JSON at most, numbers without an exponent');

export const recordKind = z.enum(['company', 'contact', 'deal', 'task', 'note', 'pipeline']).meta({ id: 'RecordKind' });
export const linkKind = z.enum(['company', 'contact', 'deal']);
export const recordRef = z.strictObject({ kind: recordKind, id, title: z.string() }).meta({ id: 'RecordRef' });
export const recordLink = z.strictObject({ kind: linkKind, id, title: z.string().max(1000).optional().describe('As it is read; it changes nothing') }).meta({ id: 'RecordLink' });
export const linkParameter = z
  .string()
  .regex(/^(company|contact|deal):[0-9a-f-]{36}$/, 'Must be a kind and an id, such as "contact:0192f0c1-7d2a-7b3c-9a51-2f4f6f0d8a11".')
  .describe('A record as kind:id');

/** The fields that every record carries. */
export const stamps = {
  createdAt: instant,
  createdBy: id,
  updatedAt: instant,
  updatedBy: id,
  version,
  deletedAt: instant.nullable().describe('Set when the record is in the bin'),
};

export const undoable = z.strictObject({
  changed: z.int(),
  skipped: z.int().describe('Ids that do not exist (any more)'),
}).meta({ id: 'BulkResult' });

export const bulkIds = z.array(id).min(1).max(500);
export const bulkDeleteBody = z.strictObject({ ids: bulkIds });
export const bulkAssignBody = z.strictObject({ ids: bulkIds, ownerId: id.nullable().describe('The new owner; null for nobody') });

export const duplicateCandidate = z.strictObject({
  kind: recordKind,
  id,
  title: z.string(),
  subtitle: z.string(),
  matchedField: z.enum(['email', 'domain', 'phone', 'nameAndCompany', 'name']),
  deleted: z.boolean().describe('It is in the bin'),
}).meta({ id: 'DuplicateCandidate' });
export const duplicates = z.strictObject({ items: z.array(duplicateCandidate) });
