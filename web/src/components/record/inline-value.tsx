import { Pencil } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '@/lib/class-names.js';

/** A link among values is a target of its own, as high as a finger needs; the lines of `valueLinksClass` make room for it. */
export const valueLinkClass = 'inline-flex min-h-6 max-w-full items-center gap-1.5 text-accent-ink hover:underline touch:min-h-11';
export const valueLinksClass = '-my-0.5 flex flex-col items-start touch:-my-3';

interface InlineValueProps {
  label: string;
  /** As text, for what is spoken. */
  text: string;
  children: ReactNode;
  onEdit: () => void;
  ref?: Ref<HTMLButtonElement>;
}

/** The value as it stands. A click or Enter edits it; links inside stay links. */
export function InlineValue({ label, text, children, onEdit, ref }: InlineValueProps) {
  const { t } = useTranslation('records');
  const isEmpty = text === '';
  return (
    <div className="group/value relative">
      <button
        ref={ref}
        type="button"
        data-inline-value
        aria-label={isEmpty ? t('addField', { field: label }) : t('editField', { field: label, value: text })}
        onClick={onEdit}
        className="absolute inset-0 rounded-control outline-none group-hover/value:bg-hover focus-visible:outline-2 focus-visible:outline-accent"
      />
      <Pencil aria-hidden className="pointer-events-none absolute end-2 top-2.5 size-3 touch:hidden text-muted opacity-0 group-hover/value:opacity-100" />
      <div className={classNames('pointer-events-none relative min-h-8 py-1.5 ps-2 pe-7 break-words touch:min-h-11 touch:py-3 [&_a]:pointer-events-auto', isEmpty && 'text-faint')}>{isEmpty ? t('emptyField') : children}</div>
    </div>
  );
}
