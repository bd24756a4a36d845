import { Check, Minus } from 'lucide-react';

interface RowCheckProps {
  label: string;
  isSelected: boolean;
  isIndeterminate?: boolean;
  /** Gets the event, because Shift selects a range. */
  onToggle: (event: unknown) => void;
}

const box = 'peer size-4 appearance-none rounded-sm border border-control bg-surface checked:border-accent checked:bg-accent indeterminate:border-accent indeterminate:bg-accent touch:size-5';
const mark = 'pointer-events-none absolute hidden size-3 text-on-accent touch:size-4';

/** Not a stop of its own for the Tab key: rows are walked with the arrows and marked with X. */
export function RowCheck({ label, isSelected, isIndeterminate = false, onToggle }: RowCheckProps) {
  return (
    <label className="relative grid size-full place-items-center">
      <input
        type="checkbox"
        tabIndex={-1}
        aria-label={label}
        checked={isSelected}
        ref={(input) => {
          if (input) input.indeterminate = isIndeterminate;
        }}
        onChange={onToggle}
        className={box}
      />
      <Check aria-hidden strokeWidth={3} className={`${mark} peer-checked:block peer-indeterminate:hidden`} />
      <Minus aria-hidden strokeWidth={3} className={`${mark} peer-indeterminate:block`} />
    </label>
  );
}
