import { useQuery } from '@tanstack/react-query';
import { ErrorState } from '@/components/ui/error-state.js';
import { SkeletonRows } from '@/components/ui/skeleton.js';
import { usePipelines } from '@/lib/sales/pipelines.js';
import { dealQuery } from '@/features/deals/api/deal-queries.js';
import { useMoves } from '@/features/deals/hooks/use-moves.js';
import { DealDetails } from './deal-details.js';
import { MoveOutcome } from './move-outcome.js';
import { StagePath } from './stage-path.js';

/** A deal at a glance, beside the list. */
export function DealPeek({ id }: { id: string }) {
  const { data: deal, error, refetch } = useQuery(dealQuery(id));
  const pipeline = usePipelines().all.find((known) => known.id === deal?.pipelineId);
  const moves = useMoves();
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!deal) return <SkeletonRows rows={6} />;
  return (
    <div className="flex flex-col gap-4 p-4">
      {pipeline && <StagePath deal={deal} pipeline={pipeline} moves={moves} />}
      <DealDetails deal={deal} moves={moves} />
      <MoveOutcome moves={moves} />
    </div>
  );
}
