import { createContext, useEffect, useRef, type ReactNode } from 'react';
import { buttonClass } from '@/components/ui/button-class.js';
import { Spinner } from '@/components/ui/spinner.js';
import { fieldMessages, focusFirstBadField, isAllAtFields } from '@/lib/forms/field-messages.js';
import { useErrorText } from '@/lib/use-error-text.js';

/** The server's refusals, for the fields below. */
export const FieldMessages = createContext<Record<string, string>>({});

/** A form of plain elements: the first page that anybody sees does without the weight of react-aria. */
export function AuthForm({ children, error, action, isPending, onSubmit }: { children: ReactNode; error: unknown; action: string; isPending: boolean; onSubmit: () => void }) {
  const text = useErrorText();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (error) focusFirstBadField(form.current);
  }, [error]);
  return (
    <form
      ref={form}
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {error !== null && !isAllAtFields(error, form.current) && <p role="alert" className="rounded-control bg-danger-soft px-3 py-2 text-sm text-danger-ink">{text(error)}</p>}
      <FieldMessages value={fieldMessages(error)}>{children}</FieldMessages>
      <button type="submit" aria-busy={isPending} className={buttonClass('primary', 'lg', 'w-full')}>
        <span className={isPending ? 'opacity-0' : ''}>{action}</span>
        {isPending && <span className="absolute inset-0 grid place-items-center"><Spinner /></span>}
      </button>
    </form>
  );
}
