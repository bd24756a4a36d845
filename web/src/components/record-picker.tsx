import { useTranslation } from 'react-i18next';
import { api } from '@/lib/api/api-client.js';
import type { Schemas } from '@/lib/api/api-types.js';
import { ComboBox } from './ui/combo-box.js';
import type { FieldProps } from './ui/field.js';
import type { Option } from './ui/list-box-option.js';
import { RecordIcon } from './record-icon.js';

export interface RecordPickerProps extends FieldProps {
  kind: Schemas['RecordLink']['kind'];
  value: Option | null;
  onChange: (value: Option | null) => void;
  /** Offers to make a new one from what was typed. */
  onCreate?: (text: string) => void;
}

const OFFERED = 20;

/** Finds a company, contact or deal by any part of what it is known by. */
export function RecordPicker({ kind, ...props }: RecordPickerProps) {
  const { t } = useTranslation();
  return <ComboBox {...props} load={(query, signal) => findRecords(kind, query, signal)} loadKey={kind} placeholder={t('typeToSearch')} />;
}

async function findRecords(kind: RecordPickerProps['kind'], query: string, signal: AbortSignal): Promise<Option[]> {
  if (query === '') return [];
  const { items } = await api.get('/search', { query: { q: query, kinds: kind, limit: OFFERED }, signal });
  return items.map((hit) => ({ id: hit.id, label: hit.title, start: <RecordIcon kind={hit.kind} id={hit.id} title={hit.title} />, ...(hit.subtitle ? { detail: hit.subtitle } : {}) }));
}
