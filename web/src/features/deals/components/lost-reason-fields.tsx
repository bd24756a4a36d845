import { useTranslation } from 'react-i18next';
import { RadioGroup } from '@/components/ui/radio-group.js';
import { Select } from '@/components/ui/select.js';
import { TextArea } from '@/components/ui/text-area.js';
import { useLostReasons } from '@/lib/sales/lost-reasons.js';

const READ_AT_A_GLANCE = 8;

interface LostReasonFieldsProps {
  value: { id: string | null; text: string };
  onChange: (value: { id: string | null; text: string }) => void;
  error: string | undefined;
  autoFocus: boolean;
}

/** One of the workspace's reasons, words of one's own, or both. */
export function LostReasonFields({ value, onChange, error, autoFocus }: LostReasonFieldsProps) {
  const { t } = useTranslation('deals');
  const { offered } = useLostReasons();
  const choice = {
    label: t('move.reason'),
    name: 'lostReasonId',
    autoFocus,
    value: value.id,
    onChange: (id: string | null) => onChange({ ...value, id }),
    options: offered.map(({ id, name }) => ({ id, label: name })),
    error,
  };
  return (
    <>
      {offered.length > 0 && (offered.length <= READ_AT_A_GLANCE ? <RadioGroup {...choice} /> : <Select {...choice} />)}
      <TextArea
        label={t(offered.length > 0 ? 'move.reasonDetail' : 'move.reason')}
        name="lostReasonText"
        autoFocus={autoFocus && offered.length === 0}
        value={value.text}
        onChange={(text) => onChange({ ...value, text })}
        maxLength={500}
        error={offered.length === 0 ? error : undefined}
      />
    </>
  );
}
