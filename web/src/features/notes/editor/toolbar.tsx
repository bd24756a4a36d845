import type { Editor } from '@tiptap/react';
import { useEditorState } from '@tiptap/react';
import { Bold, Italic, Link2, List, ListOrdered, type LucideIcon } from 'lucide-react';
import { ToggleButton, Toolbar as AriaToolbar } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { LinkEditor } from './link-editor.js';

const buttonLook = 'grid size-7 place-items-center rounded-control text-muted outline-none hover:bg-hover hover:text-ink data-[selected]:bg-hover data-[selected]:text-ink data-[focus-visible]:outline-2 data-[focus-visible]:outline-accent touch:size-11';

export function Toolbar({ editor }: { editor: Editor }) {
  const { t } = useTranslation('notes');
  const is = useEditorState({
    editor,
    selector: ({ editor: now }) => ({ bold: now.isActive('bold'), italic: now.isActive('italic'), bullet: now.isActive('bulletList'), ordered: now.isActive('orderedList') }),
  });
  const buttons: [string, LucideIcon, boolean, () => void][] = [
    [t('bold'), Bold, is.bold, () => editor.chain().focus().toggleBold().run()],
    [t('italic'), Italic, is.italic, () => editor.chain().focus().toggleItalic().run()],
    [t('bullets'), List, is.bullet, () => editor.chain().focus().toggleBulletList().run()],
    [t('numbers'), ListOrdered, is.ordered, () => editor.chain().focus().toggleOrderedList().run()],
  ];
  return (
    <AriaToolbar aria-label={t('formatting')} className="flex items-center">
      {buttons.map(([label, Icon, isSelected, toggle]) => (
        <ToggleButton key={label} aria-label={label} isSelected={isSelected} onChange={toggle} className={buttonLook}><Icon aria-hidden className="size-4" /></ToggleButton>
      ))}
      <LinkEditor editor={editor} icon={Link2} className={buttonLook} />
    </AriaToolbar>
  );
}
