import type { QuickAddKind } from '@/lib/quick-add/quick-add.js';

const kinds: Record<string, QuickAddKind> = { companies: 'company', deals: 'deal', tasks: 'task', 'my-day': 'task' };

/** What a person most likely means to add where they are; the dialog lets them choose another. */
export function kindHere(pathname = window.location.pathname): QuickAddKind {
  return kinds[pathname.split('/')[1] ?? ''] ?? 'contact';
}
