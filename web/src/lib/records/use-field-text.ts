import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import { formatClock, formatDay, formatInstant, formatMoney, formatPercent } from '@/lib/format.js';
import { languageNames, toLanguage } from '@/lib/i18n/i18n.js';
import { usePhoneText } from '@/lib/phone/use-phone-text.js';
import { useMembers } from '@/lib/session/members.js';
import { addressLine, countryName } from './address.js';
import { textOfHtml } from './text-of-html.js';

const memberFields = new Set(['ownerId', 'assigneeId']);
const dayFields = new Set(['dueDate', 'expectedClose']);
const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;
const wordFields = new Set(['lifecycle', 'priority', 'status', 'size']);

/** Names of fields and their values in words, the same in the history, in conflicts and in lists. */
export function useFieldText(): { label: (field: string) => string; value: (field: string, value: unknown) => string } {
  const { t } = useTranslation('records');
  const members = useMembers();
  const phone = usePhoneText();
  const label = (field: string) => (i18next.exists(`records:fields.${field}`) ? t(`fields.${field}` as 'fields.name') : field);
  const value = (field: string, raw: unknown): string => {
    if (raw === null || raw === undefined || raw === '') return '';
    if (typeof raw === 'boolean') return t(raw ? 'yes' : 'no');
    if (field === 'probabilityOverride') return formatPercent(Number(raw));
    if (field === 'phones' && Array.isArray(raw)) return raw.map((entry) => phone.shown(plain(entry))).join(', ');
    if (typeof raw !== 'string') return plain(raw);
    if (field === 'phone') return phone.shown(raw);
    if (memberFields.has(field)) return members.byId(raw)?.name ?? '…';
    if (dayFields.has(field)) return formatDay(raw);
    if (field === 'country') return countryName(raw);
    if (field === 'locale') return languageNames[toLanguage(raw)];
    if (field === 'dueTime') return formatClock(raw);
    if (INSTANT.test(raw)) return formatInstant(raw);
    if (field === 'body') return textOfHtml(raw);
    const isWord = wordFields.has(field) && i18next.exists(`records:${field}.${raw}`);
    return isWord ? t(`${field}.${raw}` as 'lifecycle.lead') : raw;
  };
  return { label, value };
}

function plain(raw: unknown): string {
  if (Array.isArray(raw)) return raw.map(plain).filter(Boolean).join(', ');
  if (typeof raw !== 'object' || raw === null) return String(raw);
  if (hasText(raw, 'amount') && hasText(raw, 'currency')) return formatMoney({ amount: raw.amount, currency: raw.currency });
  const named = ['email', 'phone', 'name', 'title'].map((key) => (raw as Record<string, unknown>)[key]).find((text) => typeof text === 'string');
  return named === undefined ? addressLine(raw) : String(named);
}

function hasText<K extends string>(value: object, key: K): value is Record<K, string> {
  return typeof (value as Record<string, unknown>)[key] === 'string';
}
