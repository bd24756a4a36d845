import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '@/components/ui/avatar.js';
import { Badge } from '@/components/ui/badge.js';
import { Button } from '@/components/ui/button.js';
import { Dialog } from '@/components/ui/dialog.js';
import { IconButton } from '@/components/ui/icon-button.js';
import { Select } from '@/components/ui/select.js';
import { formatDay, toDay } from '@/lib/format.js';
import type { Member } from '@/lib/session/members.js';
import { useSession } from '@/lib/session/session.js';
import { roles, useChangeRole, useRemoveMember, type Role } from '../api/members.js';

export function MemberRow({ member, mayManage }: { member: Member; mayManage: boolean }) {
  const { t } = useTranslation('settings');
  const { user, workspace } = useSession();
  const [removing, setRemoving] = useState(false);
  const changeRole = useChangeRole();
  const isMe = member.userId === user.id;
  // Only owners make owners, or touch one.
  const touchable = mayManage && (workspace.role === 'owner' || member.role !== 'owner');
  const offered = workspace.role === 'owner' ? roles : roles.filter((role) => role !== 'owner');
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-subtle py-3">
      <Avatar id={member.userId} name={member.name} size="lg" />
      <div className="min-w-0 flex-1">
        <p dir="auto" className="truncate text-sm font-medium">{member.name}{isMe && <span className="font-normal text-muted"> ({t('members.you')})</span>}</p>
        <p dir="auto" className="truncate text-xs text-muted">{member.email} · {t('members.joined', { when: formatDay(toDay(new Date(member.joinedAt))) })}</p>
      </div>
      {touchable ? (
        <div className="w-32">
          <Select
            label={t('members.role', { name: member.name })}
            hideLabel
            value={member.role}
            onChange={(role) => role && role !== member.role && changeRole.mutate({ member, role: role as Role })}
            options={offered.map((id) => ({ id, label: t(`members.roles.${id}`) }))}
          />
        </div>
      ) : <Badge>{t(`members.roles.${member.role}`)}</Badge>}
      {touchable && !isMe && <IconButton icon={Trash2} label={t('members.remove', { name: member.name })} onPress={() => setRemoving(true)} />}
      <RemoveDialog member={member} isOpen={removing} onClose={() => setRemoving(false)} />
    </li>
  );
}

function RemoveDialog({ member, isOpen, onClose }: { member: Member; isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation('settings');
  const { t: common } = useTranslation();
  const remove = useRemoveMember();
  const footer = (
    <>
      <Button onPress={onClose}>{common('cancel')}</Button>
      <Button variant="danger" isPending={remove.isPending} onPress={() => remove.mutate(member, { onSettled: onClose })}>{common('remove')}</Button>
    </>
  );
  return (
    <Dialog role="alertdialog" size="sm" title={t('members.removeTitle', { name: member.name })} isOpen={isOpen} onClose={onClose} footer={footer}>
      <p className="text-base text-muted">{t('members.removeText')}</p>
    </Dialog>
  );
}
