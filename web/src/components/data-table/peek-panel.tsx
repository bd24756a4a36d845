import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { buttonClass } from '@/components/ui/button-class.js';
import { SidePanel } from '@/components/ui/side-panel.js';

/** A look at a record without leaving the list. */
export function PeekPanel({ id, title, path, onClose, children }: { id: string | undefined; title: string; path: string | null; onClose: () => void; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <SidePanel title={title} isOpen={id !== undefined} onClose={onClose} actions={path && <Link to={path} className={buttonClass('secondary', 'sm')}>{t('open')}</Link>}>
      {children}
    </SidePanel>
  );
}
