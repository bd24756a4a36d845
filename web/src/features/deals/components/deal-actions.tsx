import { CircleX, RotateCcw, Trophy } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { AddActs } from '@/components/record/add-acts.js';
import { HeaderAct } from '@/components/record/header-act.js';
import type { Pipeline, Stage } from '@/lib/sales/pipelines.js';
import type { Deal } from '@/features/deals/deal.js';
import type { Moves } from '@/features/deals/hooks/use-moves.js';
import { DealReach } from './deal-reach.js';

/** Won, lost or open again; Email, Call, a task, a note. */
export function DealActions({ deal, pipeline, moves, mayWrite }: { deal: Deal; pipeline: Pipeline | undefined; moves: Moves; mayWrite: boolean }) {
  const { t } = useTranslation('deals');
  const move = (type: Stage['type']) => () => {
    const stage = pipeline?.stages.find((known) => known.type === type);
    if (stage) moves.request(deal, stage, null);
  };
  return (
    <>
      {mayWrite && (deal.status === 'open' ? (
        <>
          <HeaderAct icon={Trophy} text={t('page.win')} onPress={move('won')} />
          <HeaderAct icon={CircleX} text={t('page.lose')} onPress={move('lost')} />
        </>
      ) : <HeaderAct icon={RotateCcw} text={t('page.reopen')} onPress={move('open')} />)}
      <DealReach deal={deal} mayWrite={mayWrite} />
      {mayWrite && <AddActs record={{ kind: 'deal', id: deal.id, title: deal.name }} />}
    </>
  );
}
