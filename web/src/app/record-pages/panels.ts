import type { RecordPanels } from '@/components/record-panels.js';
import { ContactsPanel } from '@/features/contacts/components/contacts-panel.js';
import { DealsPanel } from '@/features/deals/components/deals-panel.js';
import { NotesPanel } from '@/features/notes/components/notes-panel.js';
import { TasksPanel } from '@/features/tasks/components/tasks-panel.js';
import { TimelineTab } from './timeline-tab.js';

/** What a record page shows of other features. */
export const panels: RecordPanels = {
  timeline: TimelineTab,
  tasks: TasksPanel,
  notes: NotesPanel,
  deals: DealsPanel,
  contacts: ContactsPanel,
};
