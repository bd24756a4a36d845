import { useQuery } from '@tanstack/react-query';
import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/components/page-header.js';
import { SettingsBody } from '@/components/settings-section.js';
import { Button } from '@/components/ui/button.js';
import { ErrorState } from '@/components/ui/error-state.js';
import { SkeletonRows } from '@/components/ui/skeleton.js';
import { membersQuery } from '@/lib/session/members.js';
import { usePermission } from '@/lib/session/permissions.js';
import { InviteDialog } from '../components/invite-dialog.js';
import { MemberRow } from '../components/member-row.js';
import { OpenInvitations } from '../components/open-invitations.js';

export function MembersPage() {
  const { t } = useTranslation('settings');
  const mayManage = usePermission('members.manage');
  const [inviting, setInviting] = useState(false);
  const { data, error, refetch } = useQuery(membersQuery);
  const active = data?.filter((member) => member.status === 'active');
  return (
    <>
      <PageHeader title={t('members.title')}>
        {mayManage && <Button variant="primary" icon={UserPlus} onPress={() => setInviting(true)}>{t('members.invite')}</Button>}
      </PageHeader>
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!error && !data && <SkeletonRows rows={3} />}
      {active && (
        <SettingsBody>
          <ul aria-label={t('members.title')} className="mt-3">{active.map((member) => <MemberRow key={member.userId} member={member} mayManage={mayManage} />)}</ul>
          {mayManage && <OpenInvitations />}
        </SettingsBody>
      )}
      <InviteDialog isOpen={inviting} onClose={() => setInviting(false)} />
    </>
  );
}
