import { useTranslation } from 'react-i18next';
import { isCondition, type Condition, type Filter } from '@/lib/filter/filter.js';
import { formatDay, formatDecimal } from '@/lib/format.js';
import { useCompanyNames } from '@/lib/records/use-company-names.js';
import { useMembers } from '@/lib/session/members.js';
import { useSession } from '@/lib/session/session.js';
import { dayOf } from './day-of.js';
import type { FilterField } from './filter-field.js';
import { parseRelative } from './relative-days.js';

export interface ConditionText {
  field: string;
  op: string;
  value: string;
}

/** A condition as people say it: "Owner is Ada Lovelace", "Created in the last 7 days". */
export function useConditionText(fields: readonly FilterField[], filter: Filter): (condition: Condition) => ConditionText {
  const { t } = useTranslation('lists');
  const members = useMembers();
  const { workspace } = useSession();
  const companies = useCompanyNames(companyIds(fields, filter));
  const valueText = (field: FilterField | undefined, value: unknown): string => {
    const text = String(value);
    switch (field?.type) {
      case 'member': return members.byId(text)?.name ?? '…';
      case 'company': return companies.get(text) ?? '…';
      case 'choice': return field.options?.find(({ id }) => id === text)?.label ?? text;
      case 'day':
      case 'instant': return formatDay(dayOf(text, workspace.timeZone)) || text;
      case 'number':
      case 'money': return /^-?\d+(\.\d+)?$/.test(text) ? formatDecimal(text) : text;
      default: return text;
    }
  };
  return ({ field: id, op, value }) => {
    const field = fields.find((known) => known.id === id);
    const name = field?.label ?? id;
    if (field?.type === 'flag') return { field: name, op: t('ops.eq'), value: t(value === false ? 'no' : 'yes') };
    if (op === 'within') return { field: name, op: '', value: relativeText(value) };
    const values = (Array.isArray(value) ? value : value === undefined ? [] : [value]).map((part) => valueText(field, part));
    const isDate = field?.type === 'day' || field?.type === 'instant';
    const opText = isDate && (op === 'lt' || op === 'gt') ? t(`dateOps.${op}`) : t(`ops.${op}`);
    return { field: name, op: opText, value: op === 'between' ? values.join(' – ') : values.join(', ') };
  };
  function relativeText(value: unknown): string {
    const relative = parseRelative(value);
    if (value === 'yesterday' || value === 'tomorrow') return t(`period.${value}Text`);
    if (!relative) return typeof value === 'string' ? value : '';
    if (relative.period === 'today') return t('period.todayText');
    return t(relative.period === 'past' ? 'period.pastText' : 'period.nextText', { count: relative.days });
  }
}

/** What stands in an address may be no day at all. */

function companyIds(fields: readonly FilterField[], filter: Filter): string[] {
  if (!isCondition(filter)) return ('and' in filter ? filter.and : filter.or).flatMap((part) => companyIds(fields, part));
  const isCompany = fields.find(({ id }) => id === filter.field)?.type === 'company';
  return isCompany && Array.isArray(filter.value) ? filter.value.map(String) : [];
}
