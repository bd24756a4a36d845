import type { LucideIcon } from 'lucide-react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';

export interface Segment<T extends string> {
  id: T;
  label: string;
  icon?: LucideIcon;
}

/** One of two to four ways to see the same thing: [Table|Board]. */
export function Segmented<T extends string>({ label, value, onChange, segments }: { label: string; value: T; onChange: (value: T) => void; segments: readonly Segment<T>[] }) {
  return (
    <ToggleButtonGroup
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => onChange([...keys][0] as T)}
      className="inline-flex h-8 items-center rounded-control border border-subtle bg-sunken p-0.5 touch:h-auto"
    >
      {segments.map(({ id, label: text, icon: Icon }) => (
        <ToggleButton key={id} id={id} className="inline-flex h-full items-center justify-center gap-1.5 touch:h-11 touch:min-w-11 rounded-sm px-2 text-sm text-muted outline-none hover:text-ink data-[focus-visible]:outline-2 data-[focus-visible]:outline-accent data-[selected]:bg-raised data-[selected]:font-medium data-[selected]:text-ink data-[selected]:inset-ring data-[selected]:inset-ring-strong">
          {Icon && <Icon aria-hidden className="size-3.5" />}
          {text}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
