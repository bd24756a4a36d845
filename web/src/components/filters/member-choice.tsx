import { useTranslation } from 'react-i18next';
import { Avatar } from '@/components/ui/avatar.js';
import { useMembers } from '@/lib/session/members.js';
import { useSession } from '@/lib/session/session.js';
import { ChoiceList, type ChoiceListProps } from './choice-list.js';

export function MemberChoice(props: Omit<ChoiceListProps, 'options'>) {
  const { t } = useTranslation();
  const { user } = useSession();
  const { active } = useMembers();
  const options = active
    .toSorted((a, b) => Number(b.userId === user.id) - Number(a.userId === user.id) || a.name.localeCompare(b.name))
    .map(({ userId, name }) => ({ id: userId, label: userId === user.id ? `${name} (${t('me')})` : name, start: <Avatar id={userId} name={name} size="sm" /> }));
  return <ChoiceList {...props} options={options} />;
}
