import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button.js';
import { Form } from '@/components/ui/form.js';
import { TextField } from '@/components/ui/text-field.js';
import { toast } from '@/components/ui/toast.js';
import { useSubmit } from '@/lib/forms/use-submit.js';
import { useSession } from '@/lib/session/session.js';
import { useUpdateUser } from '../api/user.js';

export function NameForm() {
  const { t } = useTranslation('settings');
  const { t: common } = useTranslation();
  const { user } = useSession();
  const [name, setName] = useState(user.name);
  const update = useUpdateUser();
  const { submit, isPending, error } = useSubmit((body: { name: string }) => update.mutateAsync(body), () => toast.done(t('profile.saved')));
  return (
    <Form className="max-w-sm" error={error} onSubmit={() => void submit({ name })}>
      <TextField label={t('profile.name')} name="name" isRequired autoComplete="name" maxLength={120} value={name} onChange={setName} />
      <p className="flex flex-col gap-1 text-sm"><span className="font-medium">{t('profile.email')}</span><span className="text-muted">{user.email}</span></p>
      <div><Button type="submit" isPending={isPending}>{common('save')}</Button></div>
    </Form>
  );
}
