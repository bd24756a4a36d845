import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { classNames } from '@/lib/class-names.js';
import { IconButton } from './icon-button.js';
import { useReturnFocus } from './use-return-focus.js';

export interface SidePanelProps {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
  /** Beside the title: "Open", "⋯". */
  actions?: ReactNode;
  side?: 'start' | 'end';
  width?: 'narrow' | 'wide';
}

/** Slides in from a side: the peek at a record, the menu on a phone. */
export function SidePanel({ title, isOpen, onClose, children, actions, side = 'end', width = 'wide' }: SidePanelProps) {
  const { t } = useTranslation();
  useReturnFocus(isOpen);
  const place = side === 'end' ? 'justify-end' : 'justify-start';
  return (
    <ModalOverlay isOpen={isOpen} onOpenChange={(open) => !open && onClose()} isDismissable className={classNames('fixed inset-0 z-40 flex bg-scrim data-[entering]:animate-fade-in', place)}>
      <Modal data-modal className={classNames('h-full bg-surface shadow-dialog data-[entering]:animate-fade-in', width === 'wide' ? 'w-full max-w-xl' : 'w-72 max-w-[85vw]')}>
        <AriaDialog className="flex h-full flex-col outline-none">
          <header className="flex h-12 shrink-0 items-center gap-1 border-b border-subtle ps-4 pe-2">
            <Heading slot="title" dir="auto" className="min-w-0 flex-1 truncate text-base">{title}</Heading>
            {actions}
            <IconButton icon={X} label={t('close')} onPress={onClose} />
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto">{children}</div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
