import { Link } from '@tanstack/react-router';
import { ChevronLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Tabs, type TabItem } from '@/components/ui/tabs.js';
import { classNames } from '@/lib/class-names.js';
import { useShortcut } from '@/lib/keyboard/shortcuts.js';
import { useRememberRecord } from '@/lib/recent.js';
import { useDocumentTitle } from '@/lib/use-document-title.js';
import { useMedia } from '@/lib/use-media.js';
import { editFirst } from './edit-first.js';
import { useTabAddress } from './use-tab-address.js';

interface RecordFrameProps {
  title: string;
  subtitle?: ReactNode;
  avatar: ReactNode;
  back: { path: string; label: string };
  actions?: ReactNode;
  banner?: ReactNode;
  tabs: TabItem[];
  details: ReactNode;
}

/** A record: what it is, what happened, and its fields beside it; on a narrow screen the fields are the first tab. */
export function RecordFrame({ title, subtitle, avatar, back, actions, banner, tabs, details }: RecordFrameProps) {
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
      <header className="flex min-h-14 shrink-0 items-center gap-2.5 border-b border-subtle py-2 ps-2 pe-3">
        <Link to={back.path} aria-label={t('backTo', { place: back.label })} className="grid size-8 shrink-0 place-items-center rounded-control text-muted hover:bg-hover hover:text-ink touch:size-11">
          <ChevronLeft aria-hidden className="size-4 rtl:rotate-180" />
        </Link>
        {avatar}
        <div className="min-w-0 flex-1">
          <h1 dir="auto" className="truncate text-lg leading-5 outline-none" title={title}>{title}</h1>
          {subtitle && <div className="truncate text-sm text-muted">{subtitle}</div>}
        </div>
        <div className="flex shrink-0 items-center gap-1.5">{actions}</div>
      </header>
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
