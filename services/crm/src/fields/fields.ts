import { isId } from '@crm-vision/common/ids';
import { z } from 'zod';
import { isDay } from '../days/day.js';

/** Rules of fields that several kinds of records share. Limits are those of the public API. */
const message = (max: number): string => `May have ${max} characters at most.`;

export const text = (max: number) => z.string('Must be a text.').trim().max(max, message(max));
export const requiredText = (max: number) => z.string('Must not be empty.').trim().min(1, 'Must not be empty.').max(max, message(max));
/** An empty text is no value. */
export const optionalText = (max: number) => text(max).transform((value) => value || null).nullable();
/** A phone number as it was typed: the countries that it may be of are not known here. */
export const phone = requiredText(60);
export const id = z.string('Must be an id.').refine(isId, 'Must be an id.').transform((value) => value.toLowerCase());
/** A year of one, two or three digits is a typing error, not a day that anybody plans. What is older in the database stays readable. */
export const writtenDay = z.string().refine((value) => isDay(value) && value >= '1900-01-01' && value <= '2199-12-31', 'Must be a day from 1900-01-01 to 2199-12-31.');
export const oneOf = (words: readonly [string, ...string[]]) => z.enum(words, `Must be one of ${words.join(', ')}.`);

const TAGS_MAX = 30;
/** In the order they were given, each once, whatever its case. */
export const tags = z.array(requiredText(40)).max(TAGS_MAX, `May have ${TAGS_MAX} tags at most.`)
  .transform((values) => [...new Map(values.map((value) => [value.toLowerCase(), value])).values()]);

const line = (max: number) => text(max).optional().transform((value) => value || undefined);
/** Lines that are empty are left out; an address of none is no address. */
export const address = z
  .object({
    street: line(200), city: line(120), region: line(120), postalCode: line(20),
    country: z.string().optional().transform((value) => value || undefined)
      .refine((value) => value === undefined || /^[A-Z]{2}$/.test(value), 'Must be an ISO 3166-1 code of two letters, such as "DE".'),
  })
  .transform((lines) => Object.fromEntries(Object.entries(lines).filter(([, value]) => value !== undefined)) as Address)
  .transform((lines) => (Object.keys(lines).length > 0 ? lines : null))
  .nullable();

export interface Address {
  street?: string;
  city?: string;
  region?: string;
  postalCode?: string;
  country?: string;
}

const CUSTOM_BYTES_MAX = 32_768;
export type Custom = Readonly<Record<string, unknown>>;
/** A JSON object as text. */
export const custom = z.string().transform((value, context): Custom => {
  const parsed = parseJson(value);
  if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) && value.length <= CUSTOM_BYTES_MAX) return parsed as Custom;
  context.addIssue({ code: 'custom', message: `Must be a JSON object of at most ${CUSTOM_BYTES_MAX} characters.` });
  return z.NEVER;
});

function parseJson(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}
