import { queryOptions } from '@tanstack/react-query';
import { api } from '@/lib/api/api-client.js';
import { queryClient } from '@/lib/api/query-client.js';
import type { Filter } from '@/lib/filter/filter.js';
import type { Board, Column, Deal } from '@/features/deals/deal.js';
import { filterParameter } from './deal-queries.js';

const MORE = 100;

export function boardQuery(pipelineId: string | undefined, filter: Filter | undefined) {
  const queryKey = ['deal', 'board', { pipelineId: pipelineId ?? null, filter: filter ?? null }] as const;
  return queryOptions<Board>({
    queryKey,
    queryFn: async ({ signal }) => {
      const board = await api.get('/deals/board', { query: { pipelineId, ...filterParameter(filter) }, signal });
      return asLongAs(board, queryClient.getQueryData<Board>(queryKey), filter, signal);
    },
    placeholderData: (before) => (before?.pipeline.id === pipelineId ? before : undefined),
  });
}

/** Adds the next cards of a column to the board that is shown. */
export async function loadMoreCards(queryKey: readonly unknown[], column: Column, filter: Filter | undefined): Promise<void> {
  const longer = await nextCards(column, filter);
  queryClient.setQueryData<Board>(queryKey, (board) => board && {
    ...board,
    columns: board.columns.map((other) => (other.stage.id === column.stage.id && other.nextCursor === column.nextCursor ? longer : other)),
  });
}

/** A board that is fetched again shows as many cards as before, so that nothing jumps under the person's eyes. */
async function asLongAs(board: Board, before: Board | undefined, filter: Filter | undefined, signal: AbortSignal): Promise<Board> {
  const columns = await Promise.all(board.columns.map(async (column) => {
    const wanted = before?.columns.find(({ stage }) => stage.id === column.stage.id)?.cards.length ?? 0;
    let grown = column;
    while (grown.nextCursor && grown.cards.length < wanted) grown = await nextCards(grown, filter, signal);
    return grown;
  }));
  return { ...board, columns };
}

async function nextCards(column: Column, filter: Filter | undefined, signal?: AbortSignal): Promise<Column> {
  const page = await api.get('/deals/board/{stageId}/cards', {
    path: { stageId: column.stage.id },
    query: { cursor: column.nextCursor ?? undefined, limit: MORE, ...filterParameter(filter) },
    signal,
  });
  const known = new Set(column.cards.map((card) => card.id));
  const cards: Deal[] = [...column.cards, ...page.items.filter((card) => !known.has(card.id))];
  return { ...column, cards, nextCursor: page.nextCursor };
}
