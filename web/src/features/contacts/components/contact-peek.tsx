import { useQuery } from '@tanstack/react-query';
import { ErrorState } from '@/components/ui/error-state.js';
import { SkeletonRows } from '@/components/ui/skeleton.js';
import { contactQuery } from '@/lib/records/contact-queries.js';
import { ContactFields } from './contact-fields.js';

export function ContactPeek({ id }: { id: string }) {
  const { data, error, refetch } = useQuery(contactQuery(id));
  if (data) return <div className="p-4"><ContactFields contact={data} /></div>;
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return <SkeletonRows rows={8} />;
}
