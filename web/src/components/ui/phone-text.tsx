import { usePhoneText } from '@/lib/phone/use-phone-text.js';

/** A phone number as people here write it. */
export function PhoneText({ value }: { value: string | null | undefined }) {
  const { shown } = usePhoneText();
  return value ? <bdi dir="ltr" className="tabular">{shown(value)}</bdi> : null;
}
