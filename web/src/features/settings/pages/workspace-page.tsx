import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/components/page-header.js';
import { SettingsBody } from '@/components/settings-section.js';
import { Button } from '@/components/ui/button.js';
import { ComboBox } from '@/components/ui/combo-box.js';
import { Form } from '@/components/ui/form.js';
import { Select } from '@/components/ui/select.js';
import { TextField } from '@/components/ui/text-field.js';
import { toast } from '@/components/ui/toast.js';
import { languageNames, languages, toLanguage } from '@/lib/i18n/i18n.js';
import { useSubmit } from '@/lib/forms/use-submit.js';
import { countries, countryName } from '@/lib/records/address.js';
import { ConflictLeftOpen } from '@/lib/records/save-record.js';
import { usePermission } from '@/lib/session/permissions.js';
import { useSession } from '@/lib/session/session.js';
import { updateWorkspace, type WorkspaceChange } from '../api/workspace.js';
import { TimeZoneField } from '../components/time-zone-field.js';

export function WorkspacePage() {
  const { t } = useTranslation('settings');
  const { t: common } = useTranslation();
  const { workspace } = useSession();
  const mayWrite = usePermission('settings.write');
  const [base, setBase] = useState(workspace);
  const [change, setChange] = useState<WorkspaceChange>({});
  const values = { ...base, ...change };
  const set = (part: WorkspaceChange) => setChange({ ...change, ...part });
  const { submit, isPending, error } = useSubmit((typed: WorkspaceChange) => updateWorkspace(base, typed), (saved) => {
    setBase(saved);
    setChange({});
    toast.done(t('workspace.saved'));
  });
  return (
    <>
      <PageHeader title={t('workspace.title')} />
      <SettingsBody>
        {!mayWrite && <p className="mt-5 text-sm text-muted">{t('workspace.readOnly')}</p>}
        <Form className="mt-5 max-w-sm" error={error instanceof ConflictLeftOpen ? null : error} onSubmit={() => void submit(change)}>
          <TextField label={t('workspace.name')} name="name" isRequired isDisabled={!mayWrite} maxLength={120} value={values.name} onChange={(name) => set({ name })} />
          <TimeZoneField label={t('workspace.timeZone')} hint={t('workspace.timeZoneHint')} isDisabled={!mayWrite} value={values.timeZone} onChange={(timeZone) => set({ timeZone })} />
          <Select label={t('workspace.locale')} name="locale" hint={t('workspace.localeHint')} isDisabled={!mayWrite} value={toLanguage(values.locale)} onChange={(locale) => locale && set({ locale })} options={languages.map((id) => ({ id, label: languageNames[id] }))} />
          <ComboBox
            label={t('workspace.country')}
            name="country"
            hint={t('workspace.countryHint')}
            isDisabled={!mayWrite}
            value={values.country ? { id: values.country, label: countryName(values.country) } : null}
            onChange={(option) => set({ country: option?.id ?? null })}
            options={countries()}
          />
          {mayWrite && <div><Button type="submit" variant="primary" isPending={isPending}>{common('save')}</Button></div>}
        </Form>
      </SettingsBody>
    </>
  );
}
