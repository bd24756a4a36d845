import { useTranslation } from 'react-i18next';
import { Select } from '@/components/ui/select.js';
import { TextArea } from '@/components/ui/text-area.js';
import { useLostReasons } from '@/lib/sales/lost-reasons.js';

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
  return (
    <>
      {offered.length > 0 && (
        <Select
          label={t('move.reason')}
          name="lostReasonId"
          autoFocus={autoFocus}
          value={value.id}
          onChange={(id) => onChange({ ...value, id })}
          options={offered.map(({ id, name }) => ({ id, label: name }))}
          error={error}
        />
      )}
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
