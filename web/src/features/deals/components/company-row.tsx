import { Link } from '@tanstack/react-router';
import { InlineField } from '@/components/record/inline-field.js';
import { RecordIcon } from '@/components/record-icon.js';
import { RecordPicker } from '@/components/record-picker.js';
import type { Option } from '@/components/ui/list-box-option.js';
import { useFieldText } from '@/lib/records/use-field-text.js';
import type { Deal } from '@/features/deals/deal.js';

interface Draft {
  company: Option | null;
}

export function CompanyRow({ company }: { company: Deal['company'] }) {
  const label = useFieldText().label('companyId');
  return (
    <InlineField<Draft>
      label={label}
      value={{ company: company && { id: company.id, label: company.name } }}
      text={company?.name ?? ''}
      show={company && (
        <Link to="/companies/$id" params={{ id: company.id }} className="inline-flex max-w-full items-center gap-1.5 hover:underline">
          <RecordIcon kind="company" id={company.id} title={company.name} />
          <span dir="auto" className="truncate">{company.name}</span>
        </Link>
      )}
      toPatch={(draft) => ({ companyId: draft.company?.id ?? null })}
      preview={(draft) => ({ company: draft.company && { id: draft.company.id, name: draft.company.label } })}
      editor={(edit) => (
        <RecordPicker kind="company" label={label} hideLabel autoFocus value={edit.draft.company} error={edit.error} onChange={(option) => edit.commit({ company: option && { id: option.id, label: option.label } })} />
      )}
    />
  );
}
