import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { RecordKind, Written } from '@/lib/api/api-types.js';
import { askConflict } from './conflict-question.js';
import { detailKey, refreshAround, showRecord } from './record-cache.js';
import { saveRecord } from './save-record.js';
import type { Patch, Versioned } from './versioned.js';

export type SaveFields<T extends Versioned> = (base: T, patch: Patch, preview?: object) => Promise<T>;

/**
 * Saves fields of a record in place: they show at once, go back when the server refuses (the error is thrown to whoever holds the text),
 * and a conflict asks. `preview` is what the screen shows beside the fields themselves, such as the name of a chosen company.
 */
export function useRecordSave<T extends Versioned>(kind: RecordKind, send: (id: string, version: number, patch: Patch) => Promise<Written<T>>): SaveFields<T> {
  const client = useQueryClient();
  return useCallback(
    async (base, patch, preview = {}) => {
      await client.cancelQueries({ queryKey: detailKey(kind, base.id) });
      const takeBack = showRecord(client, kind, base.id, { ...patch, ...preview });
      try {
        const { data } = await saveRecord<T>({
          base,
          patch,
          send: (version, fields) => send(base.id, version, fields),
          ask: (conflicts, current) => {
            showRecord(client, kind, base.id, current);
            return askConflict(conflicts, current.updatedBy);
          },
        });
        client.setQueryData(detailKey(kind, base.id), (before: T | undefined) => ({ ...before, ...data }));
        showRecord(client, kind, base.id, data);
        return data;
      } catch (error) {
        takeBack();
        throw error;
      } finally {
        refreshAround(client, kind);
      }
    },
    [client, kind, send],
  );
}
