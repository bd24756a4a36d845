import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { ListBoxItem } from 'react-aria-components';

export interface Option {
  id: string;
  label: string;
  /** Quiet text behind the label. */
  detail?: string;
  /** An avatar, a dot, an icon. */
  start?: ReactNode;
}

export const optionClass =
  'flex min-h-8 items-center gap-2 rounded-control px-2 py-1 text-sm outline-none touch:min-h-11 ' +
  'data-[focused]:bg-hover data-[disabled]:opacity-50';

export function ListBoxOption({ option }: { option: Option }) {
  return (
    <ListBoxItem id={option.id} textValue={option.label} className={optionClass}>
      {({ isSelected }) => (
        <>
          {option.start}
          <span dir="auto" className="min-w-0 flex-1 truncate">{option.label}</span>
          {option.detail && <span dir="auto" className="truncate text-xs text-muted">{option.detail}</span>}
          {isSelected && <Check aria-hidden className="size-4 shrink-0 text-accent-ink" />}
        </>
      )}
    </ListBoxItem>
  );
}
