import { useTranslation } from 'react-i18next';
import { useMembers } from '@/lib/session/members.js';
import { useSession } from '@/lib/session/session.js';
import { Avatar } from './ui/avatar.js';
import { ComboBox } from './ui/combo-box.js';
import type { FieldProps } from './ui/field.js';
import type { Option } from './ui/list-box-option.js';

export interface OwnerPickerProps extends FieldProps {
  value: string | null;
  onChange: (userId: string | null) => void;
}

/** Somebody of the workspace. Whoever left is still shown where they own something, but not offered. */
export function OwnerPicker({ value, onChange, ...field }: OwnerPickerProps) {
  const { t } = useTranslation();
  const { user } = useSession();
  const members = useMembers();
  const toOption = (id: string, name: string): Option => ({
    id,
    label: name,
    start: <Avatar id={id} name={name} size="sm" />,
    ...(id === user.id ? { detail: t('me') } : {}),
  });
  const chosen = members.byId(value);
  const options = members.active.toSorted((a, b) => Number(b.userId === user.id) - Number(a.userId === user.id) || a.name.localeCompare(b.name));
  return (
    <ComboBox
      {...field}
      value={chosen ? toOption(chosen.userId, chosen.name) : null}
      onChange={(option) => onChange(option?.id ?? null)}
      options={options.map((member) => toOption(member.userId, member.name))}
      placeholder={t('nobody')}
    />
  );
}
