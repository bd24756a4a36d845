import type { Option } from '@/components/ui/list-box-option.js';
import type { Schemas } from '@/lib/api/api-types.js';
import { today } from '@/lib/format.js';
import type { QuickAddPrefill } from '@/lib/quick-add/quick-add.js';

export type Task = Schemas['Task'];
export type Priority = Task['priority'];
type LinkKind = Schemas['RecordLink']['kind'];

export interface TaskLink extends Pick<Option, 'id' | 'label'> {
  kind: LinkKind;
}

/** What the form holds. */
export interface TaskValues {
  subject: string;
  description: string;
  dueDate: string | null;
  dueTime: string | null;
  priority: Priority;
  assigneeId: string | null;
  links: TaskLink[];
}

const linkKinds = ['company', 'contact', 'deal'] as const;

export function newTask(userId: string, prefill: QuickAddPrefill = {}): TaskValues {
  const links = linkKinds.flatMap((kind) => (prefill[kind] ? [{ kind, id: prefill[kind].id, label: prefill[kind].label }] : []));
  return { subject: prefill.name ?? '', description: '', dueDate: today(), dueTime: null, priority: 'normal', assigneeId: userId, links };
}

export function valuesOf(task: Task): TaskValues {
  const links = task.links.flatMap(({ kind, id, title }) => (isLinkKind(kind) ? [{ kind, id, label: title }] : []));
  return { ...task, description: task.description ?? '', links };
}

export function toBody(values: TaskValues) {
  return {
    subject: values.subject,
    description: values.description.trim() === '' ? null : values.description,
    dueDate: values.dueDate,
    // A time without a day means nothing.
    dueTime: values.dueDate ? values.dueTime : null,
    priority: values.priority,
    assigneeId: values.assigneeId,
    links: values.links.map(({ kind, id }) => ({ kind, id })),
  };
}

/** Only what differs: a colleague's change of another field stays. */
export function changesBetween(before: TaskValues, after: TaskValues): Partial<ReturnType<typeof toBody>> {
  const [old, next] = [toBody(before), toBody(after)];
  return Object.fromEntries(Object.entries(next).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(old[key as keyof typeof old])));
}

export function isOverdue(task: Task): boolean {
  return task.status === 'open' && task.dueDate !== null && task.dueDate < today();
}

function isLinkKind(kind: string): kind is LinkKind {
  return (linkKinds as readonly string[]).includes(kind);
}
