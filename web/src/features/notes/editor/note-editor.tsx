import { EditorContent, useEditor } from '@tiptap/react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pressed } from '@/lib/keyboard/pressed.js';
import { useMembers } from '@/lib/session/members.js';
import { noteExtensions } from './extensions.js';
import { MentionList } from './mention-list.js';
import type { MentionState } from './mention-suggestion.js';
import { tablesToLines } from './pasted-tables.js';
import { Toolbar } from './toolbar.js';

export interface NoteEditorProps {
  value: string;
  /** HTML; empty text when nothing is written. */
  onChange: (html: string) => void;
  onSave: () => void;
  onCancel: () => void;
  autoFocus: boolean;
}

/** Rich text with mentions. Loaded only when somebody writes. */
export function NoteEditor({ value, onChange, onSave, onCancel, autoFocus }: NoteEditorProps) {
  const { t } = useTranslation('notes');
  const { active } = useMembers();
  const members = useRef(active);
  members.current = active;
  const [mention, setMention] = useState<MentionState | null>(null);
  const editor = useEditor({
    extensions: noteExtensions({ placeholder: t('placeholder'), members: () => members.current, onMention: setMention }),
    content: value,
    autofocus: autoFocus ? 'end' : false,
    injectCSS: false,
    editorProps: {
      transformPastedHTML: tablesToLines,
      attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': t('text'), class: 'note-text min-h-16 max-h-96 overflow-y-auto px-3 py-2 text-base outline-none touch:text-lg' },
    },
    onUpdate: ({ editor: now }) => onChange(now.isEmpty ? '' : now.getHTML()),
  });
  useEffect(() => {
    if (value === '' && !editor.isEmpty) editor.commands.clearContent();
  }, [value, editor]);
  return (
    <div
      // Before the editor sees it, which would break the line.
      onKeyDownCapture={(event) => {
        if (!pressed(event, 'save')) return;
        event.preventDefault();
        event.stopPropagation();
        onSave();
      }}
      onKeyDown={(event) => {
        if (event.defaultPrevented || event.key !== 'Escape' || mention) return;
        event.preventDefault();
        event.stopPropagation();
        onCancel();
      }}
    >
      <EditorContent editor={editor} />
      <div className="px-1.5 pb-1"><Toolbar editor={editor} /></div>
      {mention && <MentionList state={mention} />}
    </div>
  );
}
