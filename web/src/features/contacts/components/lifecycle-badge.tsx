import { useTranslation } from 'react-i18next';
import { Badge, type Tone } from '@/components/ui/badge.js';
import type { Lifecycle } from '../contact.js';

const tones: Record<Lifecycle, Tone> = { subscriber: 'neutral', lead: 'info', opportunity: 'accent', customer: 'success', former: 'neutral' };

export function LifecycleBadge({ value }: { value: Lifecycle }) {
  const { t } = useTranslation('records');
  return <Badge tone={tones[value]}>{t(`lifecycle.${value}`)}</Badge>;
}
