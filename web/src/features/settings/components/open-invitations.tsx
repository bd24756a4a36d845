import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { SettingsSection } from '@/components/settings-section.js';
import { IconButton } from '@/components/ui/icon-button.js';
import { formatInstant, formatRelative } from '@/lib/format.js';
import { invitationsQuery, useRevokeInvitation } from '../api/members.js';

export function OpenInvitations() {
  const { t } = useTranslation('settings');
  const { data } = useQuery(invitationsQuery);
  const revoke = useRevokeInvitation();
  if (!data || data.items.length === 0) return null;
  return (
    <SettingsSection title={t('members.open')}>
      <ul>
        {data.items.map(({ id, email, role, expiresAt }) => (
          <li key={id} className="flex items-center gap-3 border-b border-subtle py-2 last:border-b-0">
            <div className="min-w-0 flex-1">
              <p dir="auto" className="truncate text-sm">{email}</p>
              <p className="text-xs text-muted" title={formatInstant(expiresAt)}>{t(`members.roles.${role}`)} · {t('members.expires', { when: formatRelative(expiresAt) })}</p>
            </div>
            <IconButton icon={X} label={t('members.revoke', { email })} onPress={() => revoke.mutate(id)} />
          </li>
        ))}
      </ul>
    </SettingsSection>
  );
}
