import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '@/config/paths.js';
import { api } from '@/lib/api/api-client.js';
import { useSubmit } from '@/lib/forms/use-submit.js';
import { useEnter } from '../api/enter.js';
import { AuthFrame, useFirstFocus } from '../components/auth-frame.js';
import { AuthField } from '../components/auth-field.js';
import { AuthForm } from '../components/auth-form.js';
import { PasswordField } from '../components/password-field.js';

export function SignInPage() {
  const { t } = useTranslation('auth');
  const { next, expired } = useSearch({ from: '/guest/sign-in' });
  const enter = useEnter();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const first = useFirstFocus<HTMLInputElement>();
  const { submit, isPending, error } = useSubmit((body: { email: string; password: string }) => api.post('/auth/sign-in', { body }), () => enter({ next }));
  const footer = <>{t('signIn.other')} <Link to={paths.signUp} search={next ? { next } : {}} className="font-medium text-accent-ink hover:underline">{t('signIn.otherAction')}</Link></>;
  return (
    <AuthFrame title={t('signIn.title')} footer={footer}>
      {expired && <p className="mb-4 rounded-control bg-info-soft px-3 py-2 text-sm text-info-ink">{t('signIn.expired')}</p>}
      <AuthForm error={error} action={t('signIn.action')} isPending={isPending} onSubmit={() => void submit({ email, password })}>
        <AuthField label={t('email')} name="email" type="email" autoComplete="username" value={email} onChange={setEmail} inputRef={first} />
        <PasswordField label={t('password')} name="password" autoComplete="current-password" value={password} onChange={setPassword} />
      </AuthForm>
    </AuthFrame>
  );
}
