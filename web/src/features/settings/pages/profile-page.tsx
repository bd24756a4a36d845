import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/components/page-header.js';
import { SettingsBody, SettingsSection } from '@/components/settings-section.js';
import { Segmented } from '@/components/ui/segmented.js';
import { Select } from '@/components/ui/select.js';
import { Switch } from '@/components/ui/switch.js';
import { languageNames, languages, toLanguage } from '@/lib/i18n/i18n.js';
import { useSession } from '@/lib/session/session.js';
import { useSaveTheme, useUpdateUser } from '../api/user.js';
import { Devices } from '../components/devices.js';
import { FormatsForm } from '../components/formats-form.js';
import { NameForm } from '../components/name-form.js';
import { PasswordForm } from '../components/password-form.js';

const themes = ['light', 'dark', 'system'] as const;

export function ProfilePage() {
  const { t } = useTranslation('settings');
  return (
    <>
      <PageHeader title={t('profile.title')} />
      <SettingsBody>
        <SettingsSection title={t('profile.about')}><NameForm /></SettingsSection>
        <SettingsSection title={t('profile.look')}><Look /></SettingsSection>
        <SettingsSection title={t('formats.title')}><FormatsForm /></SettingsSection>
        <SettingsSection title={t('profile.password')}><PasswordForm /></SettingsSection>
        <SettingsSection title={t('profile.devices')}><Devices /></SettingsSection>
      </SettingsBody>
    </>
  );
}

function Look() {
  const { t } = useTranslation('settings');
  const { t: shell } = useTranslation('shell');
  const { user } = useSession();
  const update = useUpdateUser();
  const saveTheme = useSaveTheme();
  return (
    <div className="flex max-w-sm flex-col items-start gap-4">
      <div className="w-full">
        <Select label={t('profile.language')} value={toLanguage(user.locale)} onChange={(locale) => locale && update.mutate({ locale })} options={languages.map((id) => ({ id, label: languageNames[id] }))} />
      </div>
      <div className="flex flex-col gap-1">
        <span aria-hidden className="text-sm font-medium">{t('profile.theme')}</span>
        <Segmented label={t('profile.theme')} value={user.theme} onChange={saveTheme} segments={themes.map((id) => ({ id, label: shell(`theme.${id}`) }))} />
      </div>
      <div>
        <Switch isSelected={user.shortcuts} onChange={(shortcuts) => update.mutate({ shortcuts })}>{t('profile.shortcuts')}</Switch>
        <p className="mt-1 text-xs text-muted">{t('profile.shortcutsHint')}</p>
      </div>
    </div>
  );
}
