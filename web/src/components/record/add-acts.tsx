import { ListPlus, NotebookPen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { PanelRecord } from '@/components/record-panels.js';
import { openQuickAdd, prefillFrom } from '@/lib/quick-add/quick-add.js';
import { HeaderAct } from './header-act.js';
import { useGoToPart } from './use-go-to-part.js';

/** The next step, and what was said: a task and a note about this record. */
export function AddActs({ record }: { record: PanelRecord }) {
  const { t } = useTranslation('records');
  const goTo = useGoToPart();
  return (
    <>
      <HeaderAct icon={ListPlus} text={t('acts.task')} label={t('acts.addTask')} onPress={() => openQuickAdd({ kind: 'task', prefill: prefillFrom(record) })} />
      <HeaderAct icon={NotebookPen} text={t('acts.note')} label={t('acts.addNote')} onPress={goTo.note} />
    </>
  );
}
