import type { RecordPanels } from '@/components/record-panels.js';
import { DealsPanel } from '@/features/deals/components/deals-panel.js';
import { TasksPanel } from '@/features/tasks/components/tasks-panel.js';

/** What a record page shows of other features. */
export const panels: Partial<RecordPanels> = {
  deals: DealsPanel,
  tasks: TasksPanel,
};
