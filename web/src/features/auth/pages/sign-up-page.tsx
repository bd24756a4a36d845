import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button.js';
import { Form } from '@/components/ui/form.js';
import { TextField } from '@/components/ui/text-field.js';
import { paths } from '@/config/paths.js';
import { api } from '@/lib/api/api-client.js';
import { useSubmit } from '@/lib/forms/use-submit.js';
import { currentLanguage } from '@/lib/i18n/i18n.js';
import { useEnter } from '../api/enter.js';
import { AuthFrame, useFirstFocus } from '../components/auth-frame.js';
import { PasswordField } from '@/components/password-field.js';

const empty = { name: '', email: '', password: '', workspaceName: '' };

export function SignUpPage() {
  const { t } = useTranslation('auth');
  const { next } = useSearch({ from: '/guest/sign-up' });
  const enter = useEnter();
  const [values, setValues] = useState(empty);
  const first = useFirstFocus<HTMLInputElement>();
  const { submit, isPending, error } = useSubmit(signUp, ({ data }) => enter({ workspaceId: data.workspace.id, next }));
  const field = (name: keyof typeof empty) => ({ name, isRequired: true, value: values[name], onChange: (value: string) => setValues({ ...values, [name]: value }) });
  const footer = <>{t('signUp.other')} <Link to={paths.signIn} search={next ? { next } : {}} className="font-medium text-accent-ink hover:underline">{t('signUp.otherAction')}</Link></>;
  return (
    <AuthFrame title={t('signUp.title')} footer={footer}>
      <Form error={error} onSubmit={() => void submit(values)}>
        <TextField {...field('name')} label={t('name')} autoComplete="name" inputRef={first} maxLength={120} />
        <TextField {...field('email')} label={t('email')} type="email" autoComplete="username" />
        <PasswordField {...field('password')} label={t('password')} hint={t('passwordHint')} autoComplete="new-password" />
        <TextField {...field('workspaceName')} label={t('workspaceName')} hint={t('workspaceHint')} autoComplete="organization" maxLength={120} />
        <Button type="submit" variant="primary" size="lg" fullWidth isPending={isPending}>{t('signUp.action')}</Button>
      </Form>
    </AuthFrame>
  );
}

function signUp(values: typeof empty, idempotencyKey: string) {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return api.post('/auth/sign-up', { body: { ...values, locale: currentLanguage(), timeZone }, idempotencyKey });
}
