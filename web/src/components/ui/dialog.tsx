import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { classNames } from '@/lib/class-names.js';
import { IconButton } from './icon-button.js';
import { useReturnFocus } from './use-return-focus.js';

export interface DialogProps {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
  /** Buttons at the end; the main one last. */
  footer?: ReactNode;
  size?: 'sm' | 'md' | 'lg' | 'xl';
  /** Before something that cannot be undone. */
  role?: 'dialog' | 'alertdialog';
}

const widths = { sm: 'max-w-sm', md: 'max-w-136', lg: 'max-w-2xl', xl: 'max-w-4xl' };

/** On a phone it fills the width and stands at the bottom. Keep what was typed with `useDraft`, so that closing loses nothing. */
export function Dialog({ title, isOpen, onClose, children, footer, size = 'md', role = 'dialog' }: DialogProps) {
  const { t } = useTranslation();
  useReturnFocus(isOpen);
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={role === 'dialog'}
      className="fixed inset-0 z-40 flex items-end justify-center bg-scrim data-[entering]:animate-fade-in md:items-start md:p-6 md:pt-[12vh]"
    >
      <Modal data-modal className={classNames('flex max-h-[92dvh] w-full flex-col overflow-hidden rounded-t-card bg-raised shadow-dialog data-[entering]:animate-rise-in max-md:max-w-none md:max-h-[76vh] md:rounded-card', widths[size])}>
        <AriaDialog role={role} className="flex min-h-0 flex-1 flex-col outline-none">
          <header className="flex items-center gap-2 ps-5 pe-3 pt-3 pb-2">
            <Heading slot="title" className="flex-1 text-lg">{title}</Heading>
            <IconButton icon={X} label={t('close')} onPress={onClose} />
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto px-5 pt-1 pb-5">{children}</div>
          {footer && <footer className="flex flex-wrap items-center justify-end gap-2 border-t border-subtle px-5 py-3">{footer}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
