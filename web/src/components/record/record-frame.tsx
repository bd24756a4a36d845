import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Tabs, type TabItem } from '@/components/ui/tabs.js';
import { classNames } from '@/lib/class-names.js';
import { useShortcut } from '@/lib/keyboard/shortcuts.js';
import { useRememberRecord } from '@/lib/recent.js';
import { useDocumentTitle } from '@/lib/use-document-title.js';
import { useMedia } from '@/lib/use-media.js';
import { editFirst } from './edit-first.js';
import { RecordHeader, type RecordHeaderProps } from './record-header.js';
import { useTabAddress } from './use-tab-address.js';

interface RecordFrameProps extends RecordHeaderProps {
  banner?: ReactNode;
  tabs: TabItem[];
  details: ReactNode;
}

/** A record: what it is, what happened, and its fields beside it; on a narrow screen the fields are the first tab. */
export function RecordFrame({ title, banner, tabs, details, ...header }: RecordFrameProps) {
  const { t } = useTranslation('records');
  useDocumentTitle(title);
  useRememberRecord(title);
  const isWide = useMedia('(min-width: 1024px)');
  const items = isWide ? tabs : [{ id: 'details', label: t('details'), content: <div className="p-3 max-md:pb-8">{details}</div> }, ...tabs];
  const tab = useTabAddress(items);
  useShortcut('editFirst', () => void editFirst(document));
  useShortcut('saveField');
  useShortcut('revertField');
  useShortcut('nextField');
  return (
    <>
      <RecordHeader title={title} {...header} />
      {banner}
      <div className="flex min-h-0 flex-1">
        <div className={classNames('flex min-w-0 flex-1 flex-col', isWide && 'min-h-0')}>
          <Tabs label={t('tabs')} items={items.map((item) => ({ ...item, content: <div className={isWide ? 'h-full overflow-y-auto' : undefined}>{item.content}</div> }))} selected={tab.selected} onSelect={tab.select} />
        </div>
        {isWide && (
          <aside aria-label={t('details')} className="w-96 shrink-0 overflow-y-auto border-s border-subtle bg-surface p-4 xl:w-[26rem]">
            <h2 className="px-0 pb-2 text-sm">{t('details')}</h2>
            {details}
          </aside>
        )}
      </div>
    </>
  );
}
