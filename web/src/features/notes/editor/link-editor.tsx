import type { Editor } from '@tiptap/react';
import type { LucideIcon } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button.js';
import { Popover } from '@/components/ui/popover.js';
import { TextField } from '@/components/ui/text-field.js';

/** Puts a link on the selected text, or takes it off when the address is emptied. */
export function LinkEditor({ editor, icon: Icon, className }: { editor: Editor; icon: LucideIcon; className: string }) {
  const { t } = useTranslation(['notes', 'common']);
  const [address, setAddress] = useState('');
  const [isOpen, setOpen] = useState(false);
  const openChange = (open: boolean) => {
    if (open) setAddress(String(editor.getAttributes('link')['href'] ?? ''));
    setOpen(open);
  };
  const apply = () => {
    const href = withScheme(address.trim());
    const chain = editor.chain().focus().extendMarkRange('link');
    if (href === '') chain.unsetLink().run();
    else if (editor.state.selection.empty && !editor.isActive('link')) chain.insertContent({ type: 'text', text: address.trim(), marks: [{ type: 'link', attrs: { href } }] }).run();
    else chain.setLink({ href }).run();
    setOpen(false);
  };
  return (
    <Popover label={t('link')} isOpen={isOpen} onOpenChange={openChange} className="w-72" trigger={<AriaButton aria-label={t('link')} className={className}><Icon aria-hidden className="size-4" /></AriaButton>}>
      <form
        className="flex items-end gap-2 p-3"
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          apply();
        }}
      >
        <div className="min-w-0 flex-1"><TextField label={t('address')} value={address} onChange={setAddress} placeholder="https://" autoFocus /></div>
        <Button type="submit" variant="primary">{t('common:apply')}</Button>
      </form>
    </Popover>
  );
}

function withScheme(address: string): string {
  if (address === '' || /^(https?:|mailto:|tel:)/i.test(address)) return address;
  return address.includes('@') && !address.includes('/') ? `mailto:${address}` : `https://${address}`;
}
