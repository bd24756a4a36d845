import { useQuery } from '@tanstack/react-query';
import { ErrorState } from '@/components/ui/error-state.js';
import { SkeletonRows } from '@/components/ui/skeleton.js';
import { companyQuery } from '../api/companies.js';
import { CompanyFields } from './company-fields.js';

export function CompanyPeek({ id }: { id: string }) {
  const { data, error, refetch } = useQuery(companyQuery(id));
  if (data) return <div className="p-4"><CompanyFields company={data} /></div>;
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return <SkeletonRows rows={8} />;
}
