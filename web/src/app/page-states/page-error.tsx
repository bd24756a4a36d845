import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { ErrorState } from '@/components/ui/error-state.js';
import { ApiError } from '@/lib/api/api-error.js';
import { nextChance } from '@/lib/connection/connection.js';
import { BackHome } from './page-not-found.js';

/** A pause that a person who watches bears, and a server that comes back. */
const LATER_TRIES = 2;

export function PageError({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const retry = () => {
    // A part of the app that did not come is not asked for again by a browser, unless it starts anew.
    if (!(error instanceof ApiError)) return window.location.reload();
    reset();
    void router.invalidate();
  };
  useRetryWhenReachable(error, retry);
  return <ErrorState error={error} onRetry={retry} back={<BackHome />} />;
}

function useRetryWhenReachable(error: unknown, retry: () => void): void {
  const latest = useRef(retry);
  latest.current = retry;
  useEffect(() => {
    if (!(error instanceof ApiError && error.isUnreachable)) return;
    let isGone = false;
    void nextChance(LATER_TRIES).then(() => !isGone && latest.current());
    return () => {
      isGone = true;
    };
  }, [error]);
}
