import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/lib/session/session.js';
import type { formatPhone } from './phone-format.js';

let format: typeof formatPhone | undefined;
let isLoading = false;
const waiting = new Set<() => void>();

/** The rules of all countries weigh more than the page that shows a number: until they are here, numbers are shown as they are kept. */
async function load(): Promise<void> {
  if (isLoading) return;
  isLoading = true;
  try {
    format = (await import('./phone-format.js')).formatPhone;
    waiting.forEach((onReady) => onReady());
  } catch {
    isLoading = false;
  }
}

function subscribe(onReady: () => void): () => void {
  waiting.add(onReady);
  return () => waiting.delete(onReady);
}

interface PhoneText {
  /** For reading: in national form when it is of the workspace's country. */
  shown: (kept: string) => string;
  /** For editing: in international form, which is the same number whatever the record's country. */
  editable: (kept: string) => string;
}

export function usePhoneText(): PhoneText {
  const { t } = useTranslation('records');
  const { workspace } = useSession();
  const ready = useSyncExternalStore(subscribe, () => format);
  const written = (kept: string, country: string | null): string => {
    if (!ready) void load();
    const extension = (digits: string) => t('extension', { digits });
    return ready ? ready(kept, country, extension) : kept.replace(/;ext=(\d+)$/, (_, digits: string) => ` ${extension(digits)}`);
  };
  return { shown: (kept) => written(kept, workspace.country), editable: (kept) => written(kept, null) };
}
