import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '@/components/ui/error-state.js';
import { SidePanel } from '@/components/ui/side-panel.js';
import { SkeletonRows } from '@/components/ui/skeleton.js';
import { taskQuery } from '../api/tasks.js';
import { TaskEditor } from './task-editor.js';

/** One task beside the list that it was opened from. */
export function TaskPanel({ id, onClose }: { id: string | null; onClose: () => void }) {
  const { t } = useTranslation('tasks');
  return (
    <SidePanel title={t('detail')} isOpen={id !== null} onClose={onClose}>
      {id && <TaskContent key={id} id={id} onClose={onClose} />}
    </SidePanel>
  );
}

function TaskContent({ id, onClose }: { id: string; onClose: () => void }) {
  const { data, error, refetch } = useQuery(taskQuery(id));
  if (data) return <TaskEditor task={data} onClose={onClose} />;
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return <SkeletonRows rows={5} />;
}
