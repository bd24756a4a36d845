import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { queryClient } from '@/lib/api/query-client.js';
import { currenciesQuery } from '@/lib/sales/currencies.js';
import type { boardQuery } from '@/features/deals/api/board-query.js';
import { applyMove, replaceCard } from '@/features/deals/board/apply-move.js';
import type { Board } from '@/features/deals/deal.js';
import { useMoves } from './use-moves.js';

/** The board as the server has it, with this person's moves on top. */
export function useShownBoard(query: ReturnType<typeof boardQuery>, loaded: Board) {
  // The same component holds the answer and the moves: both change in one moment, or the card would jump back for a blink.
  const { data = loaded } = useQuery(query);
  const rates = useQuery(currenciesQuery).data;
  const moves = useMoves((deal, move) =>
    queryClient.setQueryData<Board>(query.queryKey, (known) => known && replaceCard(applyMove(known, move, rates), deal)));
  const shown = useMemo(() => moves.shown.reduce((board, move) => applyMove(board, move, rates), endsLast(data)), [data, moves.shown, rates]);
  return { shown, moves };
}

/** Won, then lost, come after the stages on the way there, whatever their order in the settings. */
function endsLast(board: Board): Board {
  const rank = { open: 0, won: 1, lost: 2 };
  return { ...board, columns: board.columns.toSorted((one, other) => rank[one.stage.type] - rank[other.stage.type]) };
}
