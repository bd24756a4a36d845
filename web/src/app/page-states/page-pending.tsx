import { Skeleton, SkeletonRows } from '@/components/ui/skeleton.js';

/** Has the shape of most pages: a bar, then rows. */
export function PagePending() {
  return (
    <div className="flex-1">
      <div className="flex h-12 items-center border-b border-subtle px-4"><Skeleton className="h-4 w-32" /></div>
      <SkeletonRows />
    </div>
  );
}
