import { useRef, useState } from 'react';

export interface Submit<B> {
  submit: (body: B) => Promise<boolean>;
  isPending: boolean;
  error: unknown;
  reset: () => void;
}

/**
 * Sends a form once at a time. Trying again after a failure repeats the same Idempotency-Key as long as the body is the same,
 * so that an answer that got lost never makes two records.
 */
export function useSubmit<B, R>(send: (body: B, idempotencyKey: string) => Promise<R>, onDone: (result: R) => void | Promise<void>): Submit<B> {
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const attempt = useRef<{ body: string; key: string } | null>(null);
  const submit = async (body: B): Promise<boolean> => {
    if (isPending) return false;
    const text = JSON.stringify(body);
    if (attempt.current?.body !== text) attempt.current = { body: text, key: crypto.randomUUID() };
    setPending(true);
    setError(null);
    try {
      const result = await send(body, attempt.current.key);
      attempt.current = null;
      await onDone(result);
      return true;
    } catch (failure) {
      setError(failure);
      return false;
    } finally {
      setPending(false);
    }
  };
  return { submit, isPending, error, reset: () => setError(null) };
}
