import { useTranslation } from 'react-i18next';
import { useMembers } from '@/lib/session/members.js';
import { Button } from './ui/button.js';
import { Dialog } from './ui/dialog.js';

export interface Conflict {
  /** "Name", "Amount". */
  field: string;
  /** As people read them. */
  mine: string;
  theirs: string;
  changedBy: string | null;
}

/** Two people edited one field. Closing it keeps theirs, which is what is stored. */
export function ConflictDialog({ conflict, onKeepMine, onKeepTheirs }: { conflict: Conflict | null; onKeepMine: () => void; onKeepTheirs: () => void }) {
  const { t } = useTranslation();
  const name = useMembers().byId(conflict?.changedBy)?.name ?? t('conflict.somebody');
  const footer = (
    <>
      <Button onPress={onKeepTheirs}>{t('conflict.keepTheirs')}</Button>
      <Button variant="primary" onPress={onKeepMine}>{t('conflict.keepMine')}</Button>
    </>
  );
  return (
    <Dialog title={t('conflict.title')} isOpen={conflict !== null} onClose={onKeepTheirs} footer={footer}>
      {conflict && (
        <>
          <p className="text-base text-muted">{t('conflict.text', { name })}</p>
          <h3 className="mt-4 text-sm">{conflict.field}</h3>
          <dl className="mt-2 grid gap-3 sm:grid-cols-2">
            <Value label={t('conflict.mine')} value={conflict.mine || t('conflict.empty')} />
            <Value label={`${t('conflict.theirs')} · ${name}`} value={conflict.theirs || t('conflict.empty')} />
          </dl>
        </>
      )}
    </Dialog>
  );
}

function Value({ label, value }: { label: string; value: string }) {
  return (
    <div className="min-w-0 rounded-control border border-subtle bg-sunken px-3 py-2">
      <dt className="text-xs text-muted">{label}</dt>
      <dd className="mt-0.5 text-base break-words whitespace-pre-wrap">{value}</dd>
    </div>
  );
}
