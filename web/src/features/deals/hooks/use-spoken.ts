import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '@/lib/format.js';
import type { Lift } from '@/features/deals/board/lift.js';
import { roomIn, samePlace, type Place } from '@/features/deals/board/place.js';

/** What a screen reader says while a card is carried. */
export function useSpoken(lift: Lift | null): { text: string; say: (what: 'lifted' | 'dropped' | 'cancelled', lift: Lift) => void } {
  const { t } = useTranslation('deals');
  const [said, setSaid] = useState('');
  const where = ({ board, deal }: Lift, { stageId, index }: Place) => ({
    name: deal.name,
    stage: board.columns.find(({ stage }) => stage.id === stageId)?.stage.name ?? '',
    position: formatNumber(index + 1),
    total: formatNumber(roomIn(board, stageId, deal.id) + 1),
  });
  const to = lift?.to;
  return {
    text: lift && to && !samePlace(lift.from, to) ? t('board.said.over', where(lift, to)) : said,
    say: (what, lifted) => setSaid(t(`board.said.${what}`, where(lifted, what === 'cancelled' ? lifted.from : (lifted.to ?? lifted.from)))),
  };
}
