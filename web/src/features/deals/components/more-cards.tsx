import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button.js';
import { toast } from '@/components/ui/toast.js';

/** At the end of a long column: fetches the next cards when it comes into view, or when it is pressed. */
export function MoreCards({ onMore, left }: { onMore: () => Promise<void>; left: number }) {
  const { t } = useTranslation('deals');
  const [isPending, setPending] = useState(false);
  const [failed, setFailed] = useState(false);
  const item = useRef<HTMLLIElement>(null);
  const load = async () => {
    setPending(true);
    try {
      await onMore();
    } catch (error) {
      setFailed(true);
      toast.problem(error);
    } finally {
      setPending(false);
    }
  };
  const latest = useRef(load);
  latest.current = load;
  useEffect(() => {
    if (!item.current || failed) return;
    const observer = new IntersectionObserver(([entry]) => {
      if (!entry?.isIntersecting) return;
      observer.disconnect();
      void latest.current();
    });
    observer.observe(item.current);
    return () => observer.disconnect();
  }, [failed]);
  return (
    <li ref={item} className="pb-2">
      <Button variant="ghost" size="sm" fullWidth isPending={isPending} onPress={() => void load()}>{t('board.more', { count: Math.max(left, 1) })}</Button>
    </li>
  );
}
