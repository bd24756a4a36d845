import { Badge } from '@/components/ui/badge.js';
import type { Stage } from '@/lib/sales/pipelines.js';

const tones = { open: 'accent', won: 'success', lost: 'danger' } as const;

export function StageBadge({ stage }: { stage: Stage | undefined }) {
  return stage ? <Badge tone={tones[stage.type]}>{stage.name}</Badge> : null;
}
