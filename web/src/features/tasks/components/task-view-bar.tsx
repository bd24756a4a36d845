import { useTranslation } from 'react-i18next';
import { ArrowDownUp } from 'lucide-react';
import { Button } from '@/components/ui/button.js';
import { Menu } from '@/components/ui/menu.js';
import { Segmented } from '@/components/ui/segmented.js';
import { shows, sorts, whoses, type TaskView } from '../hooks/use-task-view.js';

export function TaskViewBar({ view }: { view: TaskView }) {
  const { t } = useTranslation('tasks');
  const sortTrigger = <Button variant="ghost" icon={ArrowDownUp}>{t('sort.label')}: {t(`sort.${view.sort}`)}</Button>;
  return (
    <div className="flex min-h-12 shrink-0 items-center gap-2 overflow-x-auto border-b border-subtle px-4 max-md:px-3">
      <Segmented label={t('show.label')} value={view.show} onChange={(show) => view.change({ show })} segments={shows.map((id) => ({ id, label: t(`show.${id}`) }))} />
      <Segmented label={t('whose.label')} value={view.whose} onChange={(whose) => view.change({ whose })} segments={whoses.map((id) => ({ id, label: t(`whose.${id}`) }))} />
      <span className="flex-1" />
      {view.show !== 'done' && (
        <Menu trigger={sortTrigger} label={t('sort.label')} placement="bottom end" groups={[{ id: 'sort', items: sorts.map((id) => ({ id, label: t(`sort.${id}`), isSelected: view.sort === id, onAction: () => view.change({ sort: id }) })) }]} />
      )}
    </div>
  );
}
