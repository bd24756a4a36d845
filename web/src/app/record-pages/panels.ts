import type { RecordPanels } from '@/components/record-panels.js';
import { ContactsPanel } from '@/features/contacts/components/contacts-panel.js';
import { DealsPanel } from '@/features/deals/components/deals-panel.js';
import { TasksPanel } from '@/features/tasks/components/tasks-panel.js';
import { TimelinePanel } from '@/features/timeline/components/timeline-panel.js';

/** What a record page shows of other features. */
export const panels: Partial<RecordPanels> = { timeline: TimelinePanel, tasks: TasksPanel, deals: DealsPanel, contacts: ContactsPanel };
