import type { Moves } from '@/features/deals/hooks/use-moves.js';
import { MoveDialog } from './move-dialog.js';
import { WonCelebration } from './won-celebration.js';

/** What a move brings up: the question before it, the celebration after it. */
export function MoveOutcome({ moves, onClosed }: { moves: Moves; onClosed?: (dealId: string) => void }) {
  const { question } = moves;
  const close = (finish: () => void) => {
    finish();
    if (question) onClosed?.(question.move.deal.id);
  };
  return (
    <>
      {question && <MoveDialog key={question.move.deal.id} question={question} onAnswer={(answers) => close(() => moves.answer(answers))} onCancel={() => close(moves.cancel)} />}
      <WonCelebration deal={moves.won} onEnd={moves.endCelebration} />
    </>
  );
}
