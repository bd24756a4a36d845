import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NewPassword } from '@/components/new-password/new-password.js';
import { api } from '@/lib/api/api-client.js';
import type { ResponseOf } from '@/lib/api/api-types.js';
import { useSubmit } from '@/lib/forms/use-submit.js';
import { useEnter } from '../api/enter.js';
import { AuthField } from './auth-field.js';
import { AuthForm } from './auth-form.js';
import { PasswordField } from './password-field.js';

type Invitation = ResponseOf<'post', '/auth/invitations/resolve'>;

/** A new person chooses a name and a password; somebody with an account proves that it is theirs. Which of them it is, they say: the server tells nobody. */
export function JoinForm({ token, invitation, onUsed }: { token: string; invitation: Invitation; onUsed: () => void }) {
  const { t } = useTranslation('auth');
  const enter = useEnter();
  const [isNew, setIsNew] = useState(true);
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const { submit, isPending, error } = useSubmit(
    (body: { name?: string; password: string }, idempotencyKey) => api.post('/auth/invitations/accept', { body: { token, ...body }, idempotencyKey }),
    ({ data }) => {
      onUsed();
      return enter({ workspaceId: data.workspace.id, isNew });
    },
  );
  const field = { label: t('password'), name: 'password', value: password, onChange: setPassword };
  return (
    <AuthForm error={error} action={t('invitation.join', { workspace: invitation.workspaceName })} isPending={isPending} onSubmit={() => void submit(isNew ? { name, password } : { password })}>
      <input type="email" name="username" autoComplete="username" value={invitation.email} readOnly hidden />
      {isNew && <AuthField label={t('name')} name="name" autoComplete="name" value={name} onChange={setName} maxLength={120} />}
      {isNew
        ? (
          <NewPassword password={password} known={[invitation.email, name, invitation.workspaceName]}>
            <PasswordField {...field} hint={t('passwordHint')} autoComplete="new-password" />
          </NewPassword>
        )
        : <PasswordField {...field} hint={t('invitation.exists')} autoComplete="current-password" />}
      <button type="button" onClick={() => setIsNew(!isNew)} className="self-start rounded-control text-sm font-medium text-accent-ink hover:underline touch:min-h-11">
        {t(isNew ? 'invitation.known' : 'invitation.newcomer')}
      </button>
    </AuthForm>
  );
}
