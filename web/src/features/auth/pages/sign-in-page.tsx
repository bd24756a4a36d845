import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button.js';
import { Form } from '@/components/ui/form.js';
import { TextField } from '@/components/ui/text-field.js';
import { paths } from '@/config/paths.js';
import { api } from '@/lib/api/api-client.js';
import { useSubmit } from '@/lib/forms/use-submit.js';
import { useEnter } from '../api/enter.js';
import { AuthFrame, useFirstFocus } from '../components/auth-frame.js';
import { PasswordField } from '@/components/password-field.js';

export function SignInPage() {
  const { t } = useTranslation('auth');
  const { next } = useSearch({ from: '/guest/sign-in' });
  const enter = useEnter();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const first = useFirstFocus<HTMLInputElement>();
  const { submit, isPending, error } = useSubmit((body: { email: string; password: string }) => api.post('/auth/sign-in', { body }), () => enter({ next }));
  const footer = <>{t('signIn.other')} <Link to={paths.signUp} search={next ? { next } : {}} className="font-medium text-accent-ink hover:underline">{t('signIn.otherAction')}</Link></>;
  return (
    <AuthFrame title={t('signIn.title')} footer={footer}>
      {next && next !== paths.myDay && next !== '/' && <p className="mb-4 rounded-control bg-info-soft px-3 py-2 text-sm text-info-ink">{t('signIn.expired')}</p>}
      <Form error={error} onSubmit={() => void submit({ email, password })}>
        <TextField label={t('email')} name="email" type="email" autoComplete="username" isRequired value={email} onChange={setEmail} inputRef={first} />
        <PasswordField label={t('password')} name="password" autoComplete="current-password" isRequired value={password} onChange={setPassword} />
        <Button type="submit" variant="primary" size="lg" fullWidth isPending={isPending}>{t('signIn.action')}</Button>
      </Form>
    </AuthFrame>
  );
}
