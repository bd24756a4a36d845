import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { buttonClass } from '@/components/ui/button-class.js';
import { SidePanel } from '@/components/ui/side-panel.js';

/** A look at a record without leaving the list. */
export function PeekPanel({ id, title, path, onClose, children }: { id: string | undefined; title: string; path: string | null; onClose: () => void; children: ReactNode }) {
  const { t } = useTranslation();
  // The address follows a moment later; a key that is pressed meanwhile is meant for the list.
  const [closed, setClosed] = useState<string>();
  if (id === undefined && closed !== undefined) setClosed(undefined);
  const close = () => {
    setClosed(id);
    onClose();
  };
  return (
    <SidePanel title={title} isOpen={id !== undefined && id !== closed} onClose={close} actions={path && <Link to={path} className={buttonClass('secondary', 'sm')}>{t('open')}</Link>}>
      {children}
    </SidePanel>
  );
}
