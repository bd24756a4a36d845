import { useTranslation } from 'react-i18next';
import type { Option } from '@/components/ui/list-box-option.js';

type Label = 'work' | 'home' | 'mobile' | 'other';

export function useLabelOptions(labels: readonly string[]): Option[] {
  const { t } = useTranslation('records');
  return labels.map((id) => ({ id, label: t(`labels.${id as Label}`) }));
}
