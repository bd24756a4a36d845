import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components';
import { useCurrentInView } from '@/lib/use-current-in-view.js';

export interface TabItem {
  id: string;
  label: string;
  /** Shown behind the label. */
  count?: number;
  content: ReactNode;
}

export function Tabs({ label, items, selected, onSelect }: { label: string; items: TabItem[]; selected?: string; onSelect?: (id: string) => void }) {
  const state = { ...(selected ? { selectedKey: selected } : {}), ...(onSelect ? { onSelectionChange: (key: string | number) => onSelect(String(key)) } : {}) };
  const row = useCurrentInView<HTMLDivElement>(selected);
  return (
    <AriaTabs {...state} className="flex min-h-0 flex-1 flex-col">
      <TabList ref={row} aria-label={label} className="flex shrink-0 gap-4 overflow-x-auto border-b border-subtle px-4">
        {items.map((item) => (
          <Tab
            key={item.id}
            id={item.id}
            className="-mb-px flex h-10 items-center gap-1.5 border-b-2 border-transparent text-sm whitespace-nowrap text-muted outline-none transition-colors hover:text-ink data-[focus-visible]:rounded-sm data-[focus-visible]:outline-2 data-[focus-visible]:-outline-offset-2 data-[focus-visible]:outline-accent data-[selected]:border-accent data-[selected]:font-medium data-[selected]:text-ink touch:h-11 touch:min-w-11 touch:justify-center"
          >
            {item.label}
            {item.count !== undefined && <span className="text-xs text-muted tabular">{item.count}</span>}
          </Tab>
        ))}
      </TabList>
      {items.map((item) => <TabPanel key={item.id} id={item.id} className="min-h-0 flex-1 outline-none">{item.content}</TabPanel>)}
    </AriaTabs>
  );
}
