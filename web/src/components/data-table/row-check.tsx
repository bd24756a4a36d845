interface RowCheckProps {
  label: string;
  isSelected: boolean;
  isIndeterminate?: boolean;
  /** Gets the event, because Shift selects a range. */
  onToggle: (event: unknown) => void;
}

/** Not a stop of its own for the Tab key: rows are walked with the arrows and marked with X. */
export function RowCheck({ label, isSelected, isIndeterminate = false, onToggle }: RowCheckProps) {
  return (
    <label className="grid size-full place-items-center">
      <input
        type="checkbox"
        tabIndex={-1}
        aria-label={label}
        checked={isSelected}
        ref={(input) => {
          if (input) input.indeterminate = isIndeterminate;
        }}
        onChange={onToggle}
        className="size-4 accent-accent touch:size-5"
      />
    </label>
  );
}
