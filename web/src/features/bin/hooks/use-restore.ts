import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toast } from '@/components/ui/toast.js';
import { restoreReason } from '@/components/record/use-record-acts.js';
import type { Schemas } from '@/lib/api/api-types.js';
import { queryClient } from '@/lib/api/query-client.js';
import { isolated } from '@/lib/isolated.js';
import { useFieldText } from '@/lib/records/use-field-text.js';
import { errorText } from '@/lib/use-error-text.js';
import { restoreRecord } from '../api/bin.js';

/** Brings records back; one that cannot come back says why in its row. */
export function useRestore() {
  const { t } = useTranslation('records');
  const words = useFieldText();
  const [problems, setProblems] = useState<Record<string, string>>({});
  const restore = async ({ kind, id, title }: Schemas['RecordRef']) => {
    try {
      const { changeSetId } = await restoreRecord(kind, id);
      toast.done(t('restored', { name: isolated(title) }), changeSetId);
      setProblems(({ [id]: _solved, ...others }) => others);
    } catch (error) {
      const reason = restoreReason(error, (field) => t('takenBy', { field: words.label(field) })) ?? errorText(error);
      setProblems((others) => ({ ...others, [id]: reason }));
    } finally {
      void queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
    }
  };
  return { restore, problems };
}
