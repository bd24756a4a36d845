import { readEmail } from '@crm-vision/common/addresses';
import { type FieldViolation, InvalidArgumentError, invalidField } from '@crm-vision/common/errors';
import { z } from 'zod';
import { type Address, address, type Custom, custom, id, oneOf, optionalText, phone, tags } from '../fields/fields.js';
import { readPhone } from '../fields/phone.js';
import type { RecordRow } from '../writes/record-type.js';

export const lifecycles = ['subscriber', 'lead', 'opportunity', 'customer', 'former'] as const;

export interface Email {
  email: string;
  /** In punycode, when its domain is written in other letters. */
  ascii?: string;
  label: string;
  primary: boolean;
}

export interface Phone {
  phone: string;
  label: string;
  primary: boolean;
}

/** What people write about a contact. */
export interface ContactFields {
  firstName: string | null;
  lastName: string | null;
  title: string | null;
  emails: readonly Email[];
  phones: readonly Phone[];
  companyId: string | null;
  ownerId: string | null;
  lifecycle: string | null;
  address: Address | null;
  tags: readonly string[];
  custom: Custom;
  source: string | null;
  doNotContact: boolean;
}

export type Contact = RecordRow<ContactFields> & { companyName: string | null };

const CHANNELS_MAX = 20;
const email = z.string().transform((value, context) => {
  const read = readEmail(value);
  if (read) return read;
  context.addIssue({ code: 'custom', params: { code: 'INVALID_EMAIL' }, message: 'Must be an email, such as "ada@example.com".' });
  return z.NEVER;
});
const label = <T extends [string, ...string[]]>(words: T) => z.string().transform((value) => value || words[0]).pipe(oneOf(words));

const emails = z.array(z.object({ email, label: label(['work', 'home', 'other']), primary: z.boolean() })).max(CHANNELS_MAX, `May have ${CHANNELS_MAX} emails at most.`)
  .transform((values) => channels(values.map(({ email: { shown, ascii }, ...rest }) => ({ email: shown, ...(ascii !== shown && { ascii }), ...rest })), keyOf));

/** What emails are compared by. */
export const keyOf = ({ email: shown, ascii }: Pick<Email, 'email' | 'ascii'>): string => ascii ?? shown;
const phones = z.array(z.object({ phone, label: label(['work', 'mobile', 'home', 'other']), primary: z.boolean() })).max(CHANNELS_MAX, `May have ${CHANNELS_MAX} phones at most.`);

/** Each once, and exactly one primary: the first that says so, else the first. */
function channels<T extends { primary: boolean }>(values: T[], textOf: (value: T) => string): T[] {
  const once = values.filter((value, index) => values.findIndex((other) => textOf(other) === textOf(value)) === index);
  const primary = Math.max(once.findIndex((value) => value.primary), 0);
  return once.map((value, index) => ({ ...value, primary: index === primary }));
}

/** Any of the fields; null empties. */
export const contactInput = z.strictObject({
  firstName: optionalText(100),
  lastName: optionalText(100),
  title: optionalText(120),
  emails: emails.nullable().transform((value) => value ?? []),
  phones: phones.nullable().transform((value) => value ?? []),
  companyId: id.nullable(),
  ownerId: id.nullable(),
  lifecycle: oneOf(lifecycles).nullable(),
  address,
  tags: tags.nullable().transform((value) => value ?? []),
  custom: custom.nullable().transform((value) => value ?? {}),
  source: optionalText(120),
  doNotContact: z.boolean().nullable().transform((value) => value ?? false),
}).partial();

export type ContactPatch = z.output<typeof contactInput>;

/** A contact that has nothing yet but its owner. */
export function newContact(ownerId: string): ContactFields {
  return {
    firstName: null, lastName: null, title: null, emails: [], phones: [], companyId: null, ownerId, lifecycle: null, address: null, tags: [], custom: {}, source: null, doNotContact: false,
  };
}

/** The phones as they are kept, each once. Those that were kept before stay as they are. */
export function readPhones({ phones: typed, address: place }: ContactFields, workspaceCountry: string, before: readonly Phone[] = []): Phone[] {
  const wrong: FieldViolation[] = [];
  const read = typed.map((value, index) => {
    if (before.some(({ phone: kept }) => kept === value.phone)) return value;
    const result = readPhone(value.phone, place?.country ?? workspaceCountry);
    if ('number' in result) return { ...value, phone: result.number };
    wrong.push({ field: `phones[${index}].phone`, ...result.problem });
    return value;
  });
  if (wrong.length > 0) throw new InvalidArgumentError(wrong);
  return channels(read, ({ phone: text }) => text);
}

/** People must be able to tell contacts apart. */
export function requireName({ firstName, lastName, emails: given }: ContactFields): void {
  if (!firstName && !lastName && given.length === 0) throw invalidField('lastName', 'A contact needs a first name, a last name or an email.', 'REQUIRED');
}

/** As crm.contact_name has it. */
export function nameOf({ firstName, lastName, emails: given }: Pick<ContactFields, 'firstName' | 'lastName' | 'emails'>): string {
  return [firstName, lastName].filter(Boolean).join(' ') || (given.find(({ primary }) => primary) ?? given[0])?.email || '';
}
