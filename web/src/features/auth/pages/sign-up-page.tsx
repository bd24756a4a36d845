import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NewPassword } from '@/components/new-password/new-password.js';
import { paths } from '@/config/paths.js';
import { api } from '@/lib/api/api-client.js';
import { deviceRegion } from '@/lib/formats/device-formats.js';
import { useSubmit } from '@/lib/forms/use-submit.js';
import { currentLanguage } from '@/lib/i18n/i18n.js';
import { useEnter } from '../api/enter.js';
import { AuthFrame, useFirstFocus } from '../components/auth-frame.js';
import { AuthField } from '../components/auth-field.js';
import { AuthForm } from '../components/auth-form.js';
import { PasswordField } from '../components/password-field.js';

const empty = { name: '', email: '', password: '', workspaceName: '' };

export function SignUpPage() {
  const { t } = useTranslation('auth');
  const { next } = useSearch({ from: '/guest/sign-up' });
  const enter = useEnter();
  const [values, setValues] = useState(empty);
  const first = useFirstFocus<HTMLInputElement>();
  const { submit, isPending, error } = useSubmit(signUp, ({ data }) => enter({ workspaceId: data.workspace.id, next }));
  const field = (name: keyof typeof empty) => ({ name, value: values[name], onChange: (value: string) => setValues({ ...values, [name]: value }) });
  const footer = <>{t('signUp.other')} <Link to={paths.signIn} search={next ? { next } : {}} className="font-medium text-accent-ink hover:underline">{t('signUp.otherAction')}</Link></>;
  return (
    <AuthFrame title={t('signUp.title')} footer={footer}>
      <AuthForm error={error} action={t('signUp.action')} isPending={isPending} onSubmit={() => void submit(values)}>
        <AuthField {...field('name')} label={t('name')} autoComplete="name" inputRef={first} maxLength={120} />
        <AuthField {...field('email')} label={t('email')} type="email" autoComplete="username" />
        <NewPassword password={values.password} known={[values.email, values.name, values.workspaceName]}>
          <PasswordField {...field('password')} label={t('password')} hint={t('passwordHint')} autoComplete="new-password" />
        </NewPassword>
        <AuthField {...field('workspaceName')} label={t('workspaceName')} hint={t('workspaceHint')} autoComplete="organization" maxLength={120} />
      </AuthForm>
    </AuthFrame>
  );
}

function signUp(values: typeof empty, idempotencyKey: string) {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  // The server knows the country of a clock, which says more than the language; a clock of no place leaves it to the region of the browser.
  const region = /^(UTC|GMT|Etc\/)/.test(timeZone) ? deviceRegion() : '';
  return api.post('/auth/sign-up', { body: { ...values, locale: currentLanguage(), timeZone, ...(/^[A-Z]{2}$/.test(region) ? { country: region } : {}) }, idempotencyKey });
}
