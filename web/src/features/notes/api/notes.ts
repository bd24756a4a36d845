import { infiniteQueryOptions } from '@tanstack/react-query';
import type { PanelRecord } from '@/components/record-panels.js';
import { api } from '@/lib/api/api-client.js';
import { queryClient } from '@/lib/api/query-client.js';
import type { Note } from '../note.js';

const PAGE = 50;

type About = Pick<PanelRecord, 'kind' | 'id'>;

export const notesQuery = ({ kind, id }: About) => infiniteQueryOptions({
  queryKey: ['note', 'of', kind, id],
  queryFn: ({ pageParam, signal }) => api.get('/notes', { query: { record: `${kind}:${id}`, limit: PAGE, ...(pageParam ? { cursor: pageParam } : {}) }, signal }),
  initialPageParam: '',
  getNextPageParam: (last) => last.nextCursor ?? undefined,
});

export async function createNote({ record: { kind, id }, body }: { record: About; body: string }, idempotencyKey: string) {
  const written = await api.post('/notes', { body: { record: { kind, id }, body }, idempotencyKey });
  refreshNotes();
  return written;
}

export async function updateNote({ id, version }: Pick<Note, 'id' | 'version'>, change: { body?: string; pinned?: boolean }) {
  const written = await api.patch('/notes/{id}', { path: { id }, body: { version, ...change } });
  refreshNotes();
  return written;
}

export async function deleteNote(id: string) {
  const written = await api.delete('/notes/{id}', { path: { id } });
  refreshNotes();
  return written;
}

function refreshNotes(): void {
  void queryClient.invalidateQueries({ predicate: ({ queryKey }) => ['note', 'timeline', 'bin'].includes(String(queryKey[0])) });
}
