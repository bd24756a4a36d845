import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { toast } from '@/components/ui/toast.js';
import { ApiError } from '@/lib/api/api-error.js';
import type { Written } from '@/lib/api/api-types.js';
import { isolated } from '@/lib/isolated.js';
import { detailKey, refreshAround } from '@/lib/records/record-cache.js';
import type { Versioned } from '@/lib/records/versioned.js';
import { useFieldText } from '@/lib/records/use-field-text.js';

interface RecordCalls<T> {
  remove: (id: string) => Promise<Written<unknown>>;
  restore: (id: string) => Promise<Written<T>>;
}

/** To the bin, with Undo, and back. */
export function useRecordActs<T extends Versioned>(kind: 'contact' | 'company' | 'deal', { remove, restore }: RecordCalls<T>) {
  const { t } = useTranslation('records');
  const words = useFieldText();
  const client = useQueryClient();
  const run = async (act: () => Promise<void>) => {
    try {
      await act();
    } catch (error) {
      toast.problem(restoreReason(error, (field) => t('takenBy', { field: words.label(field) })) ?? error);
    } finally {
      refreshAround(client, kind);
    }
  };
  return {
    remove: (id: string, name: string, onDone: () => void) => run(async () => {
      const { changeSetId } = await remove(id);
      onDone();
      toast.done(t(`moved.${kind}`, { name: isolated(name) }), changeSetId);
    }),
    restore: (id: string, name: string) => run(async () => {
      const { data, changeSetId } = await restore(id);
      client.setQueryData(detailKey(kind, id), data);
      toast.done(t('restored', { name: isolated(name) }), changeSetId);
    }),
  };
}

/** The value that is taken, when that is why. */
export function restoreReason(error: unknown, say: (field: string) => string): string | null {
  if (!(error instanceof ApiError) || error.code !== 'UNIQUE_VALUE_TAKEN') return null;
  const field = error.fieldErrors[0]?.field.split('.')[0];
  return field ? say(field) : null;
}
