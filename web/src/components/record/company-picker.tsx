import { RecordPicker } from '@/components/record-picker.js';
import type { FieldProps } from '@/components/ui/field.js';
import type { Option } from '@/components/ui/list-box-option.js';
import { toast } from '@/components/ui/toast.js';
import { api } from '@/lib/api/api-client.js';

interface CompanyPickerProps extends FieldProps {
  value: Option | null;
  onChange: (value: Option | null) => void;
}

/** Finds a company by typing, or makes it on the spot. */
export function CompanyPicker({ onChange, ...props }: CompanyPickerProps) {
  const create = async (name: string) => {
    try {
      const { data } = await api.post('/companies', { body: { name } });
      onChange({ id: data.id, label: data.name });
    } catch (error) {
      toast.problem(error);
    }
  };
  return <RecordPicker {...props} kind="company" onChange={onChange} onCreate={(name) => void create(name)} />;
}
