import { useTranslation } from 'react-i18next';
import { Button } from './ui/button.js';

/** Stands at the end of a settings form while something in it is not saved. */
export function SaveBar({ form, isPending, problem, onDiscard }: { form: string; isPending: boolean; problem: string | null; onDiscard: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="sticky bottom-0 z-10 -mx-2 flex flex-wrap items-center justify-end gap-2 border-t border-subtle bg-canvas px-2 py-3">
      {problem && <p role="alert" className="me-auto text-sm text-danger-ink">{problem}</p>}
      <Button onPress={onDiscard}>{t('discard')}</Button>
      <Button variant="primary" type="submit" form={form} isPending={isPending}>{t('save')}</Button>
    </div>
  );
}
