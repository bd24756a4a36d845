import { Trophy } from 'lucide-react';
import { useEffect } from 'react';
import { formatMoney } from '@/lib/format.js';
import type { Deal } from '@/features/deals/deal.js';

const SHOWN_MILLISECONDS = 2_200;

/** A quiet moment for a deal that was won. The toast says it to screen readers. */
export function WonCelebration({ deal, onEnd }: { deal: Deal | null; onEnd: () => void }) {
  useEffect(() => {
    if (!deal) return;
    const timer = setTimeout(onEnd, SHOWN_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [deal, onEnd]);
  if (!deal) return null;
  return (
    <div aria-hidden className="pointer-events-none fixed inset-0 z-40 grid place-items-center">
      <div key={deal.version} className="won flex max-w-sm items-center gap-3 rounded-card bg-raised py-3 ps-4 pe-5 shadow-dialog">
        <span className="won-trophy grid size-10 shrink-0 place-items-center rounded-full bg-success-soft text-success-ink"><Trophy className="size-5" /></span>
        <span className="min-w-0">
          <span dir="auto" className="block truncate text-base font-semibold">{deal.name}</span>
          {deal.amount && <span className="block text-sm text-success-ink tabular">{formatMoney(deal.amount)}</span>}
        </span>
      </div>
    </div>
  );
}
