import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SortableList } from '@/components/sortable-list.js';
import { toast } from '@/components/ui/toast.js';
import { isolated } from '@/lib/isolated.js';
import type { Pipeline } from '@/lib/sales/pipelines.js';
import { updatePipeline } from '@/features/pipelines/api/save-pipeline.js';
import { PipelineRow } from './pipeline-row.js';

/** All pipelines in the order in which the board offers them. */
export function PipelineList({ pipelines, currentId, mayWrite }: { pipelines: Pipeline[]; currentId: string; mayWrite: boolean }) {
  const { t } = useTranslation('pipelines');
  const [ordered, setOrdered] = useState<Pipeline[] | null>(null);
  const reorder = async (next: Pipeline[]) => {
    const position = next.findIndex((pipeline, index) => pipeline.id !== pipelines[index]?.id);
    const moved = movedOf(pipelines, next);
    if (position === -1 || !moved) return;
    setOrdered(next);
    try {
      const { changeSetId } = await updatePipeline(moved.id, moved.version, { position: next.indexOf(moved) });
      toast.done(t('saved', { name: isolated(moved.name) }), changeSetId);
    } catch (error) {
      toast.problem(error);
    } finally {
      setOrdered(null);
    }
  };
  return (
    <SortableList label={t('list')} items={ordered ?? pipelines} nameOf={(pipeline) => pipeline.name} onReorder={(next) => void reorder(next)} isDisabled={!mayWrite || pipelines.length < 2}>
      {(pipeline) => <PipelineRow pipeline={pipeline} isCurrent={pipeline.id === currentId} isOnly={pipelines.length === 1} mayWrite={mayWrite} />}
    </SortableList>
  );
}

/** The one that was taken out and put elsewhere: without it, both orders are the same. */
function movedOf(before: readonly Pipeline[], after: readonly Pipeline[]): Pipeline | undefined {
  const rest = (list: readonly Pipeline[], without: Pipeline) => list.filter((other) => other.id !== without.id).map(({ id }) => id).join();
  return after.find((pipeline, index) => pipeline.id !== before[index]?.id && rest(before, pipeline) === rest(after, pipeline));
}
