import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toast } from '@/components/ui/toast.js';
import { ApiError } from '@/lib/api/api-error.js';
import { queryClient } from '@/lib/api/query-client.js';
import { isolated } from '@/lib/isolated.js';
import { isMyDay } from '@/lib/records/record-cache.js';
import type { RequiredField, Stage } from '@/lib/sales/pipelines.js';
import { moveDeal, type Move, type MoveAnswers } from '@/features/deals/api/move-deal.js';
import { missingFields, type Deal } from '@/features/deals/deal.js';

export interface StageMove extends Move {
  stage: Stage;
}

/** A move that waits for an answer: the fields that the stage needs, or why the deal is lost. */
export interface Question {
  move: StageMove;
  missing: RequiredField[];
}

export interface Moves {
  /** Shown as if they had happened already. */
  shown: readonly StageMove[];
  question: Question | null;
  request: (deal: Deal, stage: Stage, beforeDealId: string | null) => void;
  answer: (answers: MoveAnswers) => void;
  cancel: () => void;
  /** The deal that was just won, until the celebration is over. */
  won: Deal | null;
  endCelebration: () => void;
}

/** Every move of a deal, from the board, the card's menu or the record: asks what must be asked, shows it at once, takes it back with the reason. */
export function useMoves(onMoved?: (deal: Deal, move: StageMove) => void): Moves {
  const { t } = useTranslation('deals');
  const [question, setQuestion] = useState<Question | null>(null);
  const [inFlight, setInFlight] = useState<StageMove[]>([]);
  const [won, setWon] = useState<Deal | null>(null);

  const send = async (move: StageMove): Promise<void> => {
    setInFlight((moves) => [...moves, move]);
    try {
      const { data, changeSetId } = await moveDeal(move);
      queryClient.setQueryData(['deal', 'detail', data.id], data);
      onMoved?.(data, move);
      if (move.stage.id !== move.deal.stageId) toast.done(t(`moved.${move.stage.type}`, { name: isolated(data.name), stage: isolated(move.stage.name) }), changeSetId);
      if (move.stage.type === 'won' && move.deal.status !== 'won') setWon(data);
    } catch (error) {
      const missing = fieldsMissing(error);
      if (missing.length > 0) setQuestion({ move, missing });
      else toast.problem(error);
    } finally {
      setInFlight((moves) => moves.filter((other) => other !== move));
      void refresh();
    }
  };

  return {
    shown: question ? [...inFlight, question.move] : inFlight,
    question,
    request: (deal, stage, beforeDealId) => {
      const move: StageMove = { deal, stage, stageId: stage.id, beforeDealId };
      const missing = stage.id === deal.stageId ? [] : missingFields(deal, stage);
      if (missing.length > 0 || (stage.type === 'lost' && deal.status !== 'lost')) setQuestion({ move, missing });
      else void send(move);
    },
    answer: (answers) => {
      if (!question) return;
      setQuestion(null);
      void send({ ...question.move, answers, deal: { ...question.move.deal, ...shownFields(answers) } });
    },
    cancel: () => setQuestion(null),
    won,
    endCelebration: useCallback(() => setWon(null), []),
  };
}

/** The amount counts in the sums at once; the rest comes with the answer. */
function shownFields({ fields }: MoveAnswers): Partial<Deal> {
  return fields?.amount ? { amount: fields.amount } : {};
}

function fieldsMissing(error: unknown): RequiredField[] {
  if (!(error instanceof ApiError) || error.code !== 'REQUIRED_FIELDS_MISSING') return [];
  return error.fieldErrors.map(({ field }) => field.split('.').at(-1) as RequiredField);
}

function refresh(): Promise<void> {
  return queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === 'deal' || queryKey[0] === 'timeline' || isMyDay(queryKey) });
}
