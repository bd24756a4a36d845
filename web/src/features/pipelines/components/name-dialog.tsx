import { useNavigate } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button.js';
import { Dialog } from '@/components/ui/dialog.js';
import { Form } from '@/components/ui/form.js';
import { TextField } from '@/components/ui/text-field.js';
import { toast } from '@/components/ui/toast.js';
import { useSubmit } from '@/lib/forms/use-submit.js';
import { isolated } from '@/lib/isolated.js';
import type { Pipeline } from '@/lib/sales/pipelines.js';
import { createPipeline, updatePipeline } from '@/features/pipelines/api/save-pipeline.js';

/** Names a new pipeline, or an old one anew. */
export function NameDialog({ pipeline, onClose }: { pipeline: Pipeline | null; onClose: () => void }) {
  const { t } = useTranslation('pipelines');
  const { t: common } = useTranslation();
  const navigate = useNavigate();
  const form = useId();
  const [name, setName] = useState(pipeline?.name ?? '');
  const [checked, setChecked] = useState(false);
  const { submit, isPending, error } = useSubmit(
    (next: string, key) => (pipeline ? updatePipeline(pipeline.id, pipeline.version, { name: next }) : createPipeline(next, key)),
    ({ data, changeSetId }) => {
      toast.done(t(pipeline ? 'saved' : 'added', { name: isolated(data.name) }), changeSetId);
      onClose();
      if (!pipeline) void navigate({ to: '/settings/pipelines', search: { pipeline: data.id } });
    },
  );
  const save = () => {
    setChecked(true);
    if (name.trim()) void submit(name.trim());
  };
  const footer = (
    <>
      <Button onPress={onClose}>{common('cancel')}</Button>
      <Button variant="primary" type="submit" form={form} isPending={isPending}>{pipeline ? common('save') : t('add')}</Button>
    </>
  );
  return (
    <Dialog title={t(pipeline ? 'rename' : 'add')} isOpen onClose={onClose} footer={footer} size="sm">
      <Form id={form} onSubmit={save} error={error}>
        <TextField label={t('name')} name="name" isRequired autoFocus value={name} onChange={setName} maxLength={80} hint={pipeline ? undefined : t('addText')} error={checked && !name.trim() ? t('nameNeeded') : undefined} />
      </Form>
    </Dialog>
  );
}
