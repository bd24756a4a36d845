import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '@/lib/class-names.js';
import { useDebounced } from '@/lib/use-debounced.js';
import type { Judgement, judgePassword } from './judge-password.js';

const SETTLED_MILLISECONDS = 300;
const looks = {
  weak: { bars: 1, bar: 'bg-danger', text: 'text-danger-ink' },
  good: { bars: 2, bar: 'bg-success', text: 'text-success-ink' },
  strong: { bars: 3, bar: 'bg-success', text: 'text-success-ink' },
};

interface NewPasswordProps {
  password: string;
  /** What somebody who wants to guess it knows about the person. */
  known: readonly string[];
  /** The field. */
  children: ReactNode;
}

/** Says while a new password is typed how hard it is to guess. The lists it needs come with the focus; the server decides. */
export function NewPassword({ password, known, children }: NewPasswordProps) {
  const [judge, setJudge] = useState<typeof judgePassword>();
  const settled = useDebounced([password, ...known].join('\n'), SETTLED_MILLISECONDS);
  const judgement = useMemo(() => {
    const [typed = '', ...words] = settled.split('\n');
    return typed === '' ? undefined : judge?.(typed, words);
  }, [judge, settled]);
  const load = () => {
    // Without the lists there is no hint, and nothing else is missing.
    if (!judge) void import('./judge-password.js').then((code) => setJudge(() => code.judgePassword), () => undefined);
  };
  return (
    <div onFocus={load} className="flex min-w-0 flex-col gap-1.5">
      {children}
      <div aria-live="polite">{password !== '' && judgement && <Strength {...judgement} />}</div>
    </div>
  );
}

function Strength({ strength, reason }: Judgement) {
  const { t } = useTranslation('auth');
  const look = looks[strength];
  return (
    <div className="flex flex-col gap-1 text-xs">
      <div aria-hidden className="flex gap-1">
        {[1, 2, 3].map((bar) => <span key={bar} className={classNames('h-1 flex-1 rounded-full', bar <= look.bars ? look.bar : 'bg-strong')} />)}
      </div>
      <p className="text-muted"><span className={classNames('font-medium', look.text)}>{t(`strength.${strength}`)}</span>{reason && <> {t(`strength.reasons.${reason}`)}</>}</p>
    </div>
  );
}
