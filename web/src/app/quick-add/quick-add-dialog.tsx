import { useNavigate } from '@tanstack/react-router';
import { Suspense, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button.js';
import { Checkbox } from '@/components/ui/checkbox.js';
import { Dialog } from '@/components/ui/dialog.js';
import { Segmented } from '@/components/ui/segmented.js';
import { SkeletonRows } from '@/components/ui/skeleton.js';
import { toast } from '@/components/ui/toast.js';
import { recordPath } from '@/config/paths.js';
import { isolated } from '@/lib/isolated.js';
import { closeQuickAdd, openQuickAdd, useQuickAdd, type QuickAddFormProps, type QuickAddKind, type QuickAddRequest } from '@/lib/quick-add/quick-add.js';
import { forms } from './forms.js';

const FORM = 'quick-add';
const kinds = Object.keys(forms) as QuickAddKind[];

/** One dialog for everything new. Closing it loses nothing: each form keeps a draft. */
export function QuickAddDialog() {
  const request = useQuickAdd();
  const [last, setLast] = useState(request);
  if (request && request !== last) setLast(request);
  // The content stays while the dialog fades out.
  const shown = request ?? last;
  return shown && <OpenDialog request={shown} isOpen={request !== null} />;
}

function OpenDialog({ request: { kind, prefill }, isOpen }: { request: QuickAddRequest; isOpen: boolean }) {
  const { t } = useTranslation('quickAdd');
  const { t: common } = useTranslation();
  const [another, setAnother] = useState(false);
  const [round, setRound] = useState(0);
  const [isPending, setPending] = useState(false);
  const sayAdded = useSayAdded(kind);
  const onSaved = useCallback<QuickAddFormProps['onSaved']>((saved) => {
    sayAdded(saved);
    if (another) setRound((count) => count + 1);
    else closeQuickAdd();
  }, [another, sayAdded]);
  const Form = forms[kind];
  const footer = (
    <>
      <Checkbox isSelected={another} onChange={setAnother}>{t('another')}</Checkbox>
      <span className="flex-1" />
      <span className="max-md:hidden"><Button onPress={closeQuickAdd}>{common('cancel')}</Button></span>
      <Button type="submit" form={FORM} variant="primary" shortcut="save" isPending={isPending}>{t(`titles.${kind}`)}</Button>
    </>
  );
  return (
    <Dialog title={t(`titles.${kind}`)} isOpen={isOpen} onClose={closeQuickAdd} footer={footer}>
      <div className="mb-4 overflow-x-auto">
        <Segmented label={t('label')} value={kind} onChange={(next) => openQuickAdd({ kind: next, ...(prefill ? { prefill } : {}) })} segments={kinds.map((id) => ({ id, label: common(`kinds.${id}`) }))} />
      </div>
      <Suspense fallback={<SkeletonRows rows={4} />}>
        <Form key={`${kind}-${round}`} formId={FORM} {...(prefill ? { prefill } : {})} onPending={setPending} onSaved={onSaved} />
      </Suspense>
    </Dialog>
  );
}

/** "Ada Lovelace added. Undo", and the way to it, when it has a page of its own. */
function useSayAdded(kind: QuickAddKind): QuickAddFormProps['onSaved'] {
  const { t } = useTranslation('quickAdd');
  const navigate = useNavigate();
  return useCallback(({ id, title, changeSetId }) => {
    const path = recordPath(kind, id);
    toast.done(t('added', { title: isolated(title) }), changeSetId, path ? { label: t('openIt'), run: () => void navigate({ to: path }) } : undefined);
  }, [kind, navigate, t]);
}
