import { ComboBox } from '@/components/ui/combo-box.js';
import { TextField } from '@/components/ui/text-field.js';
import { countries, countryName, type Address } from '@/lib/records/address.js';
import { useFieldText } from '@/lib/records/use-field-text.js';

interface AddressFieldsProps {
  value: Address;
  onChange: (value: Address) => void;
  autoFocus?: boolean;
}

export function AddressFields({ value, onChange, autoFocus = false }: AddressFieldsProps) {
  const { label } = useFieldText();
  const line = (part: keyof Address, max: number, focus = false) => (
    <TextField name={`address.${part}`} label={label(part)} value={value[part] ?? ''} maxLength={max} autoFocus={focus} onChange={(text) => onChange(withPart(value, part, text))} />
  );
  return (
    <div className="flex flex-col gap-2">
      {line('street', 200, autoFocus)}
      <div className="grid grid-cols-[6rem_minmax(0,1fr)] gap-2">{line('postalCode', 20)}{line('city', 120)}</div>
      {line('region', 120)}
      <ComboBox
        name="address.country"
        label={label('country')}
        options={countries()}
        value={value.country ? { id: value.country, label: countryName(value.country) } : null}
        onChange={(option) => onChange(withPart(value, 'country', option?.id ?? ''))}
      />
    </div>
  );
}

function withPart(address: Address, part: keyof Address, text: string): Address {
  const { [part]: _old, ...rest } = address;
  return text === '' ? rest : { ...rest, [part]: text };
}

/** An address without a line is none. */
export function addressOrNull(address: Address): Address | null {
  return Object.keys(address).length === 0 ? null : address;
}
