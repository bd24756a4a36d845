import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { ErrorState } from '@/components/ui/error-state.js';
import { BackHome } from './page-not-found.js';

export function PageError({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const retry = () => {
    reset();
    void router.invalidate();
  };
  return <ErrorState error={error} onRetry={retry} back={<BackHome />} />;
}
