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
const CUSTOM_DEPTH_MAX = 20;
const TOO_LARGE = `May have ${CUSTOM_BYTES_MAX} bytes as JSON at most.`;
export type Custom = Readonly<Record<string, unknown>>;
/** A JSON object as text. It is measured as it is kept, whatever it looked like on its way in. */
export const custom = z.string().transform((value, context): Custom => {
  // Escapes are six signs for one byte.
  const parsed = value.length > 6 * CUSTOM_BYTES_MAX ? value : parseJson(value);
  const wrong = typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? tooMuch(parsed) : `Must be a JSON object of at most ${CUSTOM_BYTES_MAX} bytes.`;
  if (wrong === null) return parsed as Custom;
  context.addIssue({ code: 'custom', message: wrong });
  return z.NEVER;
});

/** What is too much about an object; null: nothing. PostgreSQL writes 1e300 with 301 digits, so that few bytes would come back as many. */
function tooMuch(object: object): string | null {
  let level: unknown[] = [object];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > CUSTOM_DEPTH_MAX) return `May be nested ${CUSTOM_DEPTH_MAX} levels deep at most.`;
    if (level.some((value) => typeof value === 'number' && !/^[-\d.]+$/.test(String(value)))) return 'A number must be at least 0.000001 and at most 21 digits long. Write others as text.';
    level = level.flatMap((value): unknown[] => (typeof value === 'object' && value !== null ? Object.values(value) : []));
  }
  return Buffer.byteLength(JSON.stringify(object)) > CUSTOM_BYTES_MAX ? TOO_LARGE : null;
}

function parseJson(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}
