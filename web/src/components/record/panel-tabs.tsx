import type { PanelRecord, RecordPanel, RecordPanels } from '@/components/record-panels.js';
import type { TabItem } from '@/components/ui/tabs.js';

type PanelName = keyof RecordPanels;

/** The tabs of a record page out of the parts that other features give. */
export function panelTabs<N extends PanelName>(panels: Partial<RecordPanels>, names: readonly N[], record: PanelRecord, label: (name: N) => string): TabItem[] {
  return names.flatMap((name) => {
    const Panel: RecordPanel | undefined = panels[name];
    return Panel ? [{ id: name, label: label(name), content: <Panel record={record} /> }] : [];
  });
}
