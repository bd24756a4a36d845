import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDebounced } from '@/lib/use-debounced.js';
import type { Weakness, weaknessOf } from './judge-password.js';

const SETTLED_MILLISECONDS = 300;

interface NewPasswordProps {
  password: string;
  /** What somebody who wants to guess it knows about the person. */
  known: readonly string[];
  /** The field. */
  children: ReactNode;
}

/** Says while a new password is typed what makes it easy to guess. The lists it needs come with the focus; the server knows more of them, and decides. */
export function NewPassword({ password, known, children }: NewPasswordProps) {
  const [judge, setJudge] = useState<typeof weaknessOf>();
  const settled = useDebounced([password, ...known].join('\n'), SETTLED_MILLISECONDS);
  const weakness = useMemo(() => {
    const [typed = '', ...words] = settled.split('\n');
    return typed === '' ? undefined : judge?.(typed, words);
  }, [judge, settled]);
  const load = () => {
    // Without the lists there is no hint, and nothing else is missing.
    if (!judge) void import('./judge-password.js').then((code) => setJudge(() => code.weaknessOf), () => undefined);
  };
  return (
    <div onFocus={load} className="flex min-w-0 flex-col gap-1.5">
      {children}
      <div aria-live="polite">{password !== '' && weakness !== undefined && <Hint weakness={weakness} />}</div>
    </div>
  );
}

function Hint({ weakness }: { weakness: Weakness | null }) {
  const { t } = useTranslation('auth');
  return (
    <p className="text-xs text-muted">
      {weakness ? <><span className="font-medium text-danger-ink">{t('strength.weak')}</span> {t(`strength.reasons.${weakness}`)}</> : t('strength.unopposed')}
    </p>
  );
}
