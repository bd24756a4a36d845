import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { buttonClass } from '@/components/ui/button-class.js';
import { ErrorState } from '@/components/ui/error-state.js';
import { Spinner } from '@/components/ui/spinner.js';
import { paths } from '@/config/paths.js';
import { api } from '@/lib/api/api-client.js';
import { ApiError } from '@/lib/api/api-error.js';
import { AuthFrame } from '../components/auth-frame.js';
import { JoinForm } from '../components/join-form.js';

export function InvitationPage() {
  const { t } = useTranslation('auth');
  const token = useLocation({ select: ({ state }) => state.invitation });
  // Once it is used, the link leads nowhere any more.
  const [used, setUsed] = useState(false);
  const { data, error, refetch } = useQuery({ queryKey: ['invitation', token], queryFn: ({ signal }) => resolve(token ?? '', signal), staleTime: Infinity, enabled: token !== undefined && !used });
  if (token && data) {
    return (
      <AuthFrame title={t('invitation.title', { workspace: data.workspaceName })}>
        <p className="mb-5 text-base">{t('invitation.text', { name: data.invitedByName, role: t(`roles.${data.role}`), email: data.email })}</p>
        <JoinForm token={token} invitation={data} onUsed={() => flushSync(() => setUsed(true))} />
      </AuthFrame>
    );
  }
  if (error && !isGone(error)) return <main className="flex min-h-dvh"><ErrorState error={error} onRetry={() => void refetch()} /></main>;
  if (token && !error) return <main className="grid min-h-dvh place-items-center"><Spinner /></main>;
  return (
    <AuthFrame title={t('invitation.gone')}>
      <p className="mb-5 text-base">{t('invitation.goneText')}</p>
      <Link to={paths.signIn} className={buttonClass('primary', 'lg')}>{t('invitation.toSignIn')}</Link>
    </AuthFrame>
  );
}

async function resolve(token: string, signal: AbortSignal) {
  return (await api.post('/auth/invitations/resolve', { body: { token }, signal })).data;
}

/** Also a token that was cut off while it was copied. */
function isGone(error: unknown): boolean {
  return error instanceof ApiError && error.status >= 400 && error.status < 429;
}
