import { Chip } from '@/components/ui/chip.js';
import { RecordPicker } from '@/components/record-picker.js';
import { useCompanyNames } from '@/lib/records/use-company-names.js';

export function CompanyChoice({ label, value, onChange }: { label: string; value: readonly string[]; onChange: (value: string[]) => void }) {
  const names = useCompanyNames(value);
  return (
    <div className="flex flex-col gap-2">
      {value.length > 0 && (
        <div className="flex flex-wrap gap-1">
          {value.map((id) => <Chip key={id} label={names.get(id) ?? '…'} onRemove={() => onChange(value.filter((other) => other !== id))}>{names.get(id) ?? '…'}</Chip>)}
        </div>
      )}
      <RecordPicker kind="company" label={label} hideLabel value={null} onChange={(option) => option && !value.includes(option.id) && onChange([...value, option.id])} />
    </div>
  );
}
