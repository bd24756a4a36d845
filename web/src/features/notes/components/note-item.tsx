import { Pencil, Pin, PinOff, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RecordMenu } from '@/components/record/record-menu.js';
import { Ago } from '@/components/ui/ago.js';
import { Avatar } from '@/components/ui/avatar.js';
import { toast } from '@/components/ui/toast.js';
import { formatInstant } from '@/lib/format.js';
import { useMembers } from '@/lib/session/members.js';
import { usePermission } from '@/lib/session/permissions.js';
import { useSession } from '@/lib/session/session.js';
import { drafts } from '@/lib/use-draft.js';
import { deleteNote, updateNote } from '../api/notes.js';
import type { Note } from '../note.js';
import { NoteBody } from './note-body.js';
import { NoteEdit, noteDraft } from './note-edit.js';

/** A note as it stands. Its author, and admins, may change it. */
export function NoteItem({ note }: { note: Note }) {
  const { t } = useTranslation(['notes', 'common', 'records']);
  const { user } = useSession();
  const mayWrite = usePermission('records.write');
  const isAdmin = usePermission('members.manage');
  const [isEditing, setEditing] = useState(() => drafts.read(noteDraft(note)) !== null);
  const author = useMembers().byId(note.createdBy)?.name ?? '…';
  const isEdited = note.updatedAt !== note.createdAt && note.updatedBy !== '';
  const act = (run: () => Promise<{ changeSetId: string | null }>, said: string) => run().then(({ changeSetId }) => toast.done(said, changeSetId), toast.problem);
  const acts = [
    { id: 'edit', label: t('common:edit'), icon: Pencil, onAction: () => setEditing(true) },
    { id: 'pin', label: t(note.pinned ? 'unpin' : 'pin'), icon: note.pinned ? PinOff : Pin, onAction: () => void act(() => updateNote(note, { pinned: !note.pinned }), t(note.pinned ? 'unpinned' : 'pinned')) },
    { id: 'delete', label: t('common:delete'), icon: Trash2, danger: true, onAction: () => void act(() => deleteNote(note.id), t('records:moved.note')) },
  ];
  return (
    <li className="rounded-card border border-subtle bg-surface p-3">
      <div className="flex items-center gap-2 pb-1.5 text-sm">
        <Avatar id={note.createdBy} name={author} size="sm" />
        <span dir="auto" className="truncate font-medium">{author}</span>
        <Ago at={note.createdAt} />
        {isEdited && <span className="text-muted" title={formatInstant(note.updatedAt)}>{t('edited')}</span>}
        {note.pinned && <span className="inline-flex items-center gap-1 text-warning-ink"><Pin aria-hidden className="size-3.5" />{t('isPinned')}</span>}
        <span className="flex-1" />
        {mayWrite && (note.createdBy === user.id || isAdmin) && !isEditing && <RecordMenu label={t('acts', { name: author })} items={acts} />}
      </div>
      {isEditing ? <NoteEdit note={note} onDone={() => setEditing(false)} /> : <NoteBody html={note.body} />}
    </li>
  );
}
