import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { buttonClass } from '@/components/ui/button-class.js';
import { NotFoundState } from '@/components/ui/error-state.js';
import { useDocumentTitle } from '@/lib/use-document-title.js';

export function PageNotFound() {
  const { t } = useTranslation();
  useDocumentTitle(t('notFoundTitle'));
  return <NotFoundState back={<BackHome />} />;
}

export function BackHome() {
  const { t } = useTranslation();
  return <Link to="/" className={buttonClass('primary')}>{t('backHome')}</Link>;
}
