import type { ReactNode } from 'react';
import { useDocumentTitle } from '@/lib/use-document-title.js';

/** The 48 px bar of a page: its name, then what can be done here. The name is also the title of the tab. */
export function PageHeader({ title, start, children }: { title: string; start?: ReactNode; children?: ReactNode }) {
  useDocumentTitle(title);
  return (
    <header className="flex h-12 shrink-0 touch:h-14 items-center gap-2 border-b border-subtle ps-4 pe-3 max-md:ps-3">
      {start}
      <h1 dir="auto" className="min-w-0 flex-1 truncate text-lg outline-none">{title}</h1>
      <div className="flex shrink-0 items-center gap-1.5">{children}</div>
    </header>
  );
}
