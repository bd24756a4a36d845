import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button.js';
import { Skeleton } from '@/components/ui/skeleton.js';
import type { Written } from '@/lib/api/api-types.js';
import { lazyPart } from '@/lib/code/lazy-part.js';
import { askConflict } from '@/lib/records/conflict-question.js';
import { ConflictLeftOpen, saveRecord } from '@/lib/records/save-record.js';
import { useDraft } from '@/lib/use-draft.js';
import { saveErrorText } from '@/lib/use-error-text.js';
import { updateNote } from '../api/notes.js';
import type { Note } from '../note.js';

const NoteEditor = lazyPart(() => import('../editor/note-editor.js'), 'NoteEditor');

/** Where the draft of a change to this note is kept. */
export function noteDraft({ id }: Pick<Note, 'id'>): string {
  return `note-edit:${id}`;
}

/** Changes a note in its place. What is written stays until it is saved or thrown away. */
export function NoteEdit({ note, onDone }: { note: Note; onDone: () => void }) {
  const { t } = useTranslation('common');
  const draft = useDraft(noteDraft(note), { base: note, body: note.body });
  const { base, body } = draft.value;
  const leave = () => {
    draft.clear();
    onDone();
  };
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const save = async () => {
    setPending(true);
    setError(null);
    try {
      await saveRecord<Note>({
        base,
        patch: { body },
        send: (version, patch): Promise<Written<Note>> => updateNote({ id: base.id, version }, patch),
        ask: (conflicts, current) => askConflict(conflicts, current.updatedBy),
      });
      leave();
    } catch (failure) {
      if (!(failure instanceof ConflictLeftOpen)) setError(failure);
    } finally {
      setPending(false);
    }
  };
  return (
    <div className="rounded-control border border-strong focus-within:border-accent">
      <Suspense fallback={<div className="p-3"><Skeleton className="h-14 w-full" /></div>}>
        <NoteEditor value={body} onChange={(next) => draft.set({ base, body: next })} onSave={() => void save()} onCancel={onDone} autoFocus />
      </Suspense>
      {error !== null && <p role="alert" className="px-3 pb-2 text-sm text-danger-ink">{saveErrorText(error)}</p>}
      <div className="flex justify-end gap-2 border-t border-subtle px-2 py-1.5">
        <Button size="sm" variant="ghost" onPress={leave}>{t('cancel')}</Button>
        <Button size="sm" variant="primary" shortcut="save" onPress={() => void save()} isPending={isPending} isDisabled={body === ''}>{t('save')}</Button>
      </div>
    </div>
  );
}
