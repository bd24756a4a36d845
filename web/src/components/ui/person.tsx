import { useTranslation } from 'react-i18next';
import { useMembers } from '@/lib/session/members.js';
import { Avatar, type AvatarProps } from './avatar.js';

/** A member by id: avatar and name, or only the avatar. */
export function Person({ id, size = 'sm', avatarOnly = false }: { id: string | null | undefined; size?: AvatarProps['size']; avatarOnly?: boolean }) {
  const { t } = useTranslation();
  const members = useMembers();
  if (!id) return avatarOnly ? null : <span className="text-faint">{t('nobody')}</span>;
  const name = members.byId(id)?.name ?? '…';
  if (avatarOnly) return <Avatar id={id} name={name} spoken {...(size ? { size } : {})} />;
  return (
    <span className="inline-flex max-w-full min-w-0 items-center gap-1.5">
      <Avatar id={id} name={name} {...(size ? { size } : {})} />
      <span dir="auto" className="truncate">{name}</span>
    </span>
  );
}
