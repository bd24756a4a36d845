import { Link } from '@tanstack/react-router';
import { ChevronLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRememberedSearch } from '@/lib/remembered-search.js';

export interface RecordHeaderProps {
  title: string;
  subtitle?: ReactNode;
  avatar: ReactNode;
  back: { path: string; label: string };
  /** What is done most: below the name where there is no room beside it. */
  actions?: ReactNode;
  /** "⋯": the rest. */
  menu?: ReactNode;
}

/** Quiet, and still seen to be a link where nothing can hover. */
export const subtitleLinkClass = 'truncate underline decoration-strong underline-offset-2 hover:text-ink hover:decoration-current touch:py-3';

export function RecordHeader({ title, subtitle, avatar, back, actions, menu }: RecordHeaderProps) {
  const { t } = useTranslation('records');
  const search = useRememberedSearch(back.path);
  return (
    <header className="flex min-h-14 shrink-0 flex-wrap items-center gap-x-2.5 gap-y-1.5 border-b border-subtle py-2 ps-2 pe-3">
      <Link to={back.path} search={search} aria-label={t('backTo', { place: back.label })} className="grid size-8 shrink-0 place-items-center rounded-control text-muted hover:bg-hover hover:text-ink touch:size-11">
        <ChevronLeft aria-hidden className="size-4 rtl:rotate-180" />
      </Link>
      {avatar}
      <div className="min-w-0 flex-1 basis-24 md:basis-64">
        <h1 dir="auto" className="line-clamp-3 text-lg leading-5 break-words outline-none md:line-clamp-2" title={title}>{title}</h1>
        {subtitle && <div className="truncate text-sm text-muted">{subtitle}</div>}
      </div>
      {actions && <div role="group" aria-label={t('actions', { name: title })} className="flex min-w-0 gap-1.5 max-md:order-last max-md:w-full max-md:gap-1 md:flex-wrap">{actions}</div>}
      {menu}
    </header>
  );
}
