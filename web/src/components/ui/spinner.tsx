import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '@/lib/class-names.js';

const PATIENCE_MILLISECONDS = 200;

/** Appears only when something takes longer than a person notices. */
export function Spinner({ className }: { className?: string }) {
  const { t } = useTranslation();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE_MILLISECONDS);
    return () => clearTimeout(timer);
  }, []);
  if (!late) return null;
  return (
    <span role="status" aria-label={t('loading')} className={classNames('inline-block size-4 animate-spin rounded-full border-2 border-current border-e-transparent', className)} />
  );
}
