import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NewPassword } from '@/components/new-password/new-password.js';
import { Button } from '@/components/ui/button.js';
import { Form } from '@/components/ui/form.js';
import { PasswordField } from './password-field.js';
import { toast } from '@/components/ui/toast.js';
import { api } from '@/lib/api/api-client.js';
import { queryClient } from '@/lib/api/query-client.js';
import { useSubmit } from '@/lib/forms/use-submit.js';
import { sessionQuery, useSession } from '@/lib/session/session.js';
import { devicesQuery } from '../api/devices.js';

const empty = { currentPassword: '', newPassword: '' };

export function PasswordForm() {
  const { t } = useTranslation('settings');
  const { t: auth } = useTranslation('auth');
  const { user, workspace } = useSession();
  const [values, setValues] = useState(empty);
  const { submit, isPending, error } = useSubmit(
    (body: typeof empty, idempotencyKey) => api.post('/user/change-password', { body, idempotencyKey }),
    async () => {
      setValues(empty);
      toast.done(t('profile.passwordChanged'));
      // The session is a new one, with another CSRF token.
      await Promise.all([sessionQuery, devicesQuery].map((query) => queryClient.invalidateQueries({ queryKey: query.queryKey })));
    },
  );
  const field = (name: keyof typeof empty) => ({ name, isRequired: true, value: values[name], onChange: (value: string) => setValues({ ...values, [name]: value }) });
  return (
    <Form className="max-w-sm" error={error} onSubmit={() => void submit(values)}>
      <input type="email" name="username" autoComplete="username" value={user.email} readOnly hidden />
      <PasswordField {...field('currentPassword')} label={t('profile.currentPassword')} autoComplete="current-password" />
      <NewPassword password={values.newPassword} known={[user.email, user.name, workspace.name]}>
        <PasswordField {...field('newPassword')} label={t('profile.newPassword')} hint={auth('passwordHint')} autoComplete="new-password" />
      </NewPassword>
      <div><Button type="submit" isPending={isPending}>{t('profile.changePassword')}</Button></div>
    </Form>
  );
}
