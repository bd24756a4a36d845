import { useTranslation } from 'react-i18next';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { closeLayer, useLayer } from '@/app/shell/layers.js';
import { PaletteSearch } from './palette-search.js';

/** Ctrl/Cmd+K: find anything, do anything. */
export function Palette() {
  const { t } = useTranslation('palette');
  const isOpen = useLayer() === 'palette';
  return (
    <ModalOverlay isOpen={isOpen} onOpenChange={(open) => !open && closeLayer()} isDismissable className="fixed inset-0 z-50 flex items-start justify-center bg-scrim data-[entering]:animate-fade-in md:p-6 md:pt-[12vh]">
      <Modal data-modal className="flex max-h-dvh w-full max-w-xl flex-col overflow-hidden bg-raised shadow-dialog data-[entering]:animate-pop-in max-md:h-dvh md:max-h-[min(32rem,72vh)] md:rounded-card">
        <Dialog className="flex min-h-0 flex-1 flex-col outline-none">
          <Heading slot="title" className="sr-only">{t('title')}</Heading>
          <PaletteSearch onClose={closeLayer} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
