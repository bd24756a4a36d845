import { Plus, Sun } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button.js';
import { EmptyState } from '@/components/ui/empty-state.js';
import { openQuickAdd } from '@/lib/quick-add/quick-add.js';
import { usePermission } from '@/lib/session/permissions.js';

export function NothingToDo() {
  const { t } = useTranslation('myDay');
  const { t: tasks } = useTranslation('tasks');
  const mayWrite = usePermission('records.write');
  const action = mayWrite && <Button variant="primary" icon={Plus} onPress={() => openQuickAdd({ kind: 'task' })}>{tasks('add')}</Button>;
  return <EmptyState icon={Sun} title={t('emptyTitle')} action={action}>{t('emptyText')}</EmptyState>;
}
