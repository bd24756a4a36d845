import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PanelRecord } from '@/components/record-panels.js';
import { Button } from '@/components/ui/button.js';
import { Skeleton } from '@/components/ui/skeleton.js';
import { toast } from '@/components/ui/toast.js';
import { lazyPart } from '@/lib/code/lazy-part.js';
import { useSubmit } from '@/lib/forms/use-submit.js';
import { usePermission } from '@/lib/session/permissions.js';
import { useDraft } from '@/lib/use-draft.js';
import { saveErrorText } from '@/lib/use-error-text.js';
import { createNote } from '../api/notes.js';

const NoteEditor = lazyPart(() => import('../editor/note-editor.js'), 'NoteEditor');
const empty = { body: '' };

/** "Write a note…" opens the editor. What is written stays until it is saved, also after leaving the page. */
export function NoteComposer({ record }: { record: PanelRecord }) {
  const { t } = useTranslation(['notes', 'common']);
  const mayWrite = usePermission('records.write');
  const draft = useDraft(`note:${record.id}`, empty);
  const [isOpen, setOpen] = useState(draft.dirty);
  const { submit, isPending, error, reset } = useSubmit(createNote, ({ changeSetId }) => {
    draft.clear();
    setOpen(false);
    toast.done(t('added'), changeSetId);
  });
  const save = () => {
    if (draft.value.body !== '') void submit({ record: { kind: record.kind, id: record.id }, body: draft.value.body });
  };
  if (!mayWrite || record.isDeleted) return null;
  if (!isOpen) {
    return (
      <div className="px-4 pt-3">
        <button type="button" data-write-note onClick={() => setOpen(true)} className="flex h-9 w-full items-center rounded-control border border-subtle bg-surface px-3 text-start text-base text-muted outline-none hover:border-strong focus-visible:outline-2 focus-visible:outline-accent touch:h-11">{t('placeholder')}</button>
      </div>
    );
  }
  return (
    <div data-write-note className="px-4 pt-3">
      <div className="rounded-control border border-strong bg-surface focus-within:border-accent">
        <Suspense fallback={<div className="p-3"><Skeleton className="h-14 w-full" /></div>}>
          <NoteEditor value={draft.value.body} onChange={(body) => { draft.set({ body }); if (error) reset(); }} onSave={save} onCancel={() => setOpen(false)} autoFocus />
        </Suspense>
        {error !== null && <p role="alert" className="px-3 pb-2 text-sm text-danger-ink">{saveErrorText(error)}</p>}
        <div className="flex items-center justify-end gap-2 border-t border-subtle px-2 py-1.5">
          <Button size="sm" variant="ghost" onPress={() => { draft.clear(); setOpen(false); }}>{t('common:cancel')}</Button>
          <Button size="sm" variant="primary" shortcut="save" onPress={save} isPending={isPending} isDisabled={draft.value.body === ''}>{t('save')}</Button>
        </div>
      </div>
    </div>
  );
}
