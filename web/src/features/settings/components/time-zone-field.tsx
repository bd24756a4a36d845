import { ComboBox } from '@/components/ui/combo-box.js';
import type { FieldProps } from '@/components/ui/field.js';

const timeZones = ['UTC', ...Intl.supportedValuesOf('timeZone')];

export function TimeZoneField({ value, onChange, ...field }: FieldProps & { value: string; onChange: (value: string) => void }) {
  const zones = timeZones.includes(value) ? timeZones : [value, ...timeZones];
  return (
    <ComboBox
      {...field}
      name="timeZone"
      value={{ id: value, label: nameOfZone(value) }}
      onChange={(option) => option && onChange(option.id)}
      options={zones.map((id) => ({ id, label: nameOfZone(id) }))}
    />
  );
}

/** "America/New_York" -> "America/New York". */
function nameOfZone(zone: string): string {
  return zone.replaceAll('_', ' ');
}
