import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { recordPath } from '@/config/paths.js';
import { api } from '@/lib/api/api-client.js';
import { fold } from '@/lib/fold.js';
import { useRecent, type RecentRecord } from '@/lib/recent.js';
import { useDebounced } from '@/lib/use-debounced.js';
import type { PaletteGroup, RecordItem } from './palette-item.js';
import { useActs } from './use-acts.js';

const DELAY_MILLISECONDS = 80;
const ACTS_BESIDE_RECORDS = 6;

/** Records first, then acts; what was opened last while nothing is typed. */
export function usePaletteGroups(text: string): { groups: PaletteGroup[]; isSettled: boolean; error: unknown } {
  const navigate = useNavigate();
  const acts = useActs();
  const recent = useRecent();
  const typed = text.trim();
  const query = useDebounced(typed, DELAY_MILLISECONDS);
  const { data, error, isPlaceholderData, isFetching } = useQuery({
    queryKey: ['search', query],
    queryFn: ({ signal }) => api.get('/search', { query: { q: query, limit: 12 }, signal }),
    enabled: query !== '',
    placeholderData: keepPreviousData,
  });
  const toItem = ({ kind, id, title, subtitle = '' }: RecentRecord): RecordItem[] => {
    const path = recordPath(kind, id);
    return path ? [{ type: 'record', key: `${kind}:${id}`, kind, id, title, subtitle, run: () => void navigate({ to: path }) }] : [];
  };
  if (typed === '') {
    return { groups: filled([{ id: 'recent', items: recent.flatMap(toItem) }, { id: 'acts', items: acts }]), isSettled: true, error: null };
  }
  const words = fold(typed).split(/\s+/);
  const matching = acts.filter(({ title }) => words.every((word) => fold(title).includes(word))).slice(0, ACTS_BESIDE_RECORDS);
  const records = query === '' ? [] : (data?.items ?? []).flatMap(toItem);
  return {
    groups: filled([{ id: 'records', items: records }, { id: 'acts', items: matching }]),
    isSettled: query === typed && !isPlaceholderData && !isFetching,
    error,
  };
}

function filled(groups: PaletteGroup[]): PaletteGroup[] {
  return groups.filter(({ items }) => items.length > 0);
}
