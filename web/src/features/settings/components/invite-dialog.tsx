import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button.js';
import { Dialog } from '@/components/ui/dialog.js';
import { Form } from '@/components/ui/form.js';
import { RadioGroup } from '@/components/ui/radio-group.js';
import { TextField } from '@/components/ui/text-field.js';
import type { ResponseOf } from '@/lib/api/api-types.js';
import { useSubmit } from '@/lib/forms/use-submit.js';
import { invite } from '../api/members.js';
import { InviteLink } from './invite-link.js';

type Created = ResponseOf<'post', '/invitations'>;
const offered = ['admin', 'member', 'viewer'] as const;
const empty: { email: string; role: (typeof offered)[number] } = { email: '', role: 'member' };

/** First whom and as what, then the link. Nobody can see the link again, so closing starts afresh. */
export function InviteDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation('settings');
  const { t: common } = useTranslation();
  const [values, setValues] = useState(empty);
  const [created, setCreated] = useState<Created | null>(null);
  const { submit, isPending, error, reset } = useSubmit(invite, (result) => {
    setCreated(result);
    setValues(empty);
  });
  const close = () => {
    onClose();
    setCreated(null);
    reset();
  };
  const footer = created ? <Button variant="primary" onPress={close}>{common('done')}</Button> : (
    <>
      <Button onPress={close}>{common('cancel')}</Button>
      <Button type="submit" form="invite" variant="primary" isPending={isPending}>{t('members.makeLink')}</Button>
    </>
  );
  return (
    <Dialog title={created ? t('members.linkTitle', { email: created.invitation.email }) : t('members.inviteTitle')} isOpen={isOpen} onClose={close} footer={footer}>
      {created ? <InviteLink link={created.link} expiresAt={created.invitation.expiresAt} /> : (
        <Form id="invite" error={error} onSubmit={() => void submit(values)}>
          <TextField label={t('members.inviteEmail')} name="email" type="email" isRequired autoFocus autoComplete="off" value={values.email} onChange={(email) => setValues({ ...values, email })} />
          <RadioGroup label={t('members.inviteRole')} name="role" value={values.role} onChange={(role) => setValues({ ...values, role })} options={offered.map((id) => ({ id, label: t(`members.roles.${id}`), hint: t(`members.roleHints.${id}`) }))} />
        </Form>
      )}
    </Dialog>
  );
}
