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

/** A new person chooses a name and a password; somebody with an account proves that it is theirs. */
export function JoinForm({ token, invitation, onUsed }: { token: string; invitation: Invitation; onUsed: () => void }) {
  const { t } = useTranslation('auth');
  const enter = useEnter();
  const { userExists } = invitation;
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const { submit, isPending, error } = useSubmit(
    (body: { name?: string; password: string }, idempotencyKey) => api.post('/auth/invitations/accept', { body: { token, ...body }, idempotencyKey }),
    ({ data }) => {
      onUsed();
      return enter({ workspaceId: data.workspace.id, isNew: !userExists });
    },
  );
  const field = { label: t('password'), name: 'password', value: password, onChange: setPassword };
  return (
    <AuthForm error={error} action={t('invitation.join', { workspace: invitation.workspaceName })} isPending={isPending} onSubmit={() => void submit(userExists ? { password } : { name, password })}>
      <input type="email" name="username" autoComplete="username" value={invitation.email} readOnly hidden />
      {!userExists && <AuthField label={t('name')} name="name" autoComplete="name" value={name} onChange={setName} maxLength={120} />}
      {userExists
        ? <PasswordField {...field} hint={t('invitation.exists')} autoComplete="current-password" />
        : (
          <NewPassword password={password} known={[invitation.email, name, invitation.workspaceName]}>
            <PasswordField {...field} hint={t('passwordHint')} autoComplete="new-password" />
          </NewPassword>
        )}
    </AuthForm>
  );
}
