import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components';
import { OwnerPicker } from '@/components/owner-picker.js';
import { DatePicker } from '@/components/ui/date-picker.js';
import { Select } from '@/components/ui/select.js';
import { TextArea } from '@/components/ui/text-area.js';
import { TextField } from '@/components/ui/text-field.js';
import { TimeField } from '@/components/ui/time-field.js';
import { addDays, today } from '@/lib/format.js';
import type { Priority, TaskValues } from '../task.js';
import { LinksField } from './links-field.js';

const priorities: Priority[] = ['high', 'normal', 'low'];

export function TaskFields({ values, onChange, focusSubject = false }: { values: TaskValues; onChange: (values: TaskValues) => void; focusSubject?: boolean }) {
  const { t } = useTranslation('tasks');
  const set = (change: Partial<TaskValues>) => onChange({ ...values, ...change });
  return (
    <>
      <TextField label={t('subject')} name="subject" isRequired autoFocus={focusSubject} value={values.subject} onChange={(subject) => set({ subject })} placeholder={t('subjectPlaceholder')} maxLength={300} />
      <div className="grid gap-x-4 gap-y-2 sm:grid-cols-2">
        <div className="flex flex-col gap-1">
          <DatePicker label={t('dueDate')} name="dueDate" value={values.dueDate} onChange={(dueDate) => set({ dueDate })} />
          <SoonDays onChoose={(dueDate) => set({ dueDate })} />
        </div>
        <TimeField label={t('dueTime')} name="dueTime" value={values.dueTime} onChange={(dueTime) => set({ dueTime })} {...(values.dueTime && !values.dueDate ? { hint: t('timeNeedsDay') } : {})} />
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <OwnerPicker label={t('assignee')} name="assigneeId" value={values.assigneeId} onChange={(assigneeId) => set({ assigneeId })} />
        <Select label={t('priority')} name="priority" value={values.priority} onChange={(priority) => set({ priority: (priority ?? 'normal') as Priority })} options={priorities.map((id) => ({ id, label: t(`priorities.${id}`) }))} />
      </div>
      <LinksField value={values.links} onChange={(links) => set({ links })} />
      <TextArea label={t('description')} name="description" value={values.description} onChange={(description) => set({ description })} maxLength={10_000} />
    </>
  );
}

/** The days that are chosen most. */
function SoonDays({ onChoose }: { onChoose: (day: string) => void }) {
  const { t } = useTranslation('tasks');
  const days = [{ label: t('today'), day: today() }, { label: t('tomorrow'), day: addDays(today(), 1) }, { label: t('nextWeek'), day: addDays(today(), 7) }];
  return (
    <div className="-ms-2 flex flex-wrap gap-1">
      {days.map(({ label, day }) => (
        <Button key={label} onPress={() => onChoose(day)} className="rounded-control px-2 py-0.5 text-xs text-accent-ink hover:bg-hover touch:min-h-11">{label}</Button>
      ))}
    </div>
  );
}
