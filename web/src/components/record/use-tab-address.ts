import { useNavigate, useSearch } from '@tanstack/react-router';

/** The tab that is open is part of the address; the first one is the usual. */
export function useTabAddress(items: readonly { id: string }[]): { selected: string; select: (id: string) => void } {
  const { tab }: { tab?: string } = useSearch({ strict: false });
  const navigate = useNavigate();
  const first = items[0]?.id ?? '';
  return {
    selected: items.some(({ id }) => id === tab) && tab ? tab : first,
    select: (id) => void navigate({ to: '.', search: ((before: object) => ({ ...before, tab: id === first ? undefined : id })) as never, replace: true, resetScroll: false }),
  };
}
