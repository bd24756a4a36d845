import type { Address, Money, Reference } from '@crm-vision/proto/crm_vision/crm/lists/v1/lists';
import { type DuplicateCandidate, RecordKind, type RecordRef } from '@crm-vision/proto/crm_vision/crm/records/v1/records';
import type { z } from 'zod';
import type * as dto from './fields.dto.js';

/** proto <-> JSON for the fields that several resources share. Plain object literals: these run for every row of every list. */
type Kind = z.output<typeof dto.recordKind>;

const KIND_PREFIX = 'RECORD_KIND_';

export const orNull = <T>(value: T | undefined): T | null => value ?? null;

/** A text that the contract holds to a set of words. */
export const word = <T extends string>(value: string): T => value as T;
export const wordOrNull = <T extends string>(value: string | undefined): T | null => (value ? (value as T) : null);

export const fromKind = (kind: RecordKind): Kind => kind.slice(KIND_PREFIX.length).toLowerCase() as Kind;
export const toKind = (kind: Kind | undefined): RecordKind =>
  kind ? (`${KIND_PREFIX}${kind.toUpperCase()}` as RecordKind) : RecordKind.RECORD_KIND_UNSPECIFIED;

export function fromRef(ref: RecordRef | undefined): z.output<typeof dto.recordRef> {
  const { kind, id, title } = present(ref, 'record');
  return { kind: fromKind(kind), id, title };
}

export const toRef = (link: z.output<typeof dto.recordLink>): RecordRef => ({ kind: toKind(link.kind), id: link.id, title: '' });

/** "contact:0192..." of a query parameter. */
export function toRefFromText(link: string | undefined): RecordRef | undefined {
  if (!link) return undefined;
  const [kind, id = ''] = link.split(':');
  return { kind: toKind(kind as Kind), id, title: '' };
}

export const fromMoney = (money: Money | undefined): Money | null => (money ? { amount: money.amount, currency: money.currency } : null);
export const fromReference = (reference: Reference | undefined): Reference | null => (reference ? { id: reference.id, name: reference.name } : null);

export function fromAddress(address: Address | undefined): z.output<typeof dto.address> | null {
  if (!address) return null;
  const { street, city, region, postalCode, country } = address;
  return {
    ...(street && { street }), ...(city && { city }), ...(region && { region }), ...(postalCode && { postalCode }), ...(country && { country }),
  };
}

export function toAddress(address: z.output<typeof dto.address> | null | undefined): Address | undefined {
  if (!address) return undefined;
  const { street = '', city = '', region = '', postalCode = '', country = '' } = address;
  return { street, city, region, postalCode, country };
}

export const fromJsonText = (text: string): Record<string, unknown> => (text === '' || text === '{}' ? {} : (JSON.parse(text) as Record<string, unknown>));
export const toJsonText = (value: Record<string, unknown> | undefined): string | undefined => (value === undefined ? undefined : JSON.stringify(value));

/** A value that a person wrote: an empty text is no value. */
export const written = <T>(value: T | null | undefined): T | undefined => (value === null || value === '' ? undefined : value);

/** The names of the fields of a body that are to be emptied. */
export function cleared(body: object): string[] {
  const names: string[] = [];
  for (const [name, value] of Object.entries(body)) if (value === null || value === '') names.push(name);
  return names;
}

export const toList = (values: string[] | undefined): { values: string[] } | undefined => (values ? { values } : undefined);

export function toDuplicates(candidates: DuplicateCandidate[]): z.output<typeof dto.duplicates> {
  return {
    items: candidates.map(({ record, subtitle, matchedField, deleted }) => ({ ...fromRef(record), subtitle, matchedField: word(matchedField), deleted })),
  };
}

/** A message that the contract promises; its absence is a fault of the service that answered. */
export function present<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`The answer lacks ${name}.`);
  return value;
}
