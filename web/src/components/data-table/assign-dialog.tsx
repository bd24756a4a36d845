import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OwnerPicker } from '@/components/owner-picker.js';
import { Button } from '@/components/ui/button.js';
import { Dialog } from '@/components/ui/dialog.js';
import { Form } from '@/components/ui/form.js';
import { useSession } from '@/lib/session/session.js';

const FORM = 'assign-records';

export function AssignDialog({ count, isOpen, onClose, onAssign }: { count: number; isOpen: boolean; onClose: () => void; onAssign: (ownerId: string | null) => void }) {
  const { t } = useTranslation(['lists', 'common']);
  const { user } = useSession();
  const [ownerId, setOwnerId] = useState<string | null>(user.id);
  const assign = () => {
    onClose();
    onAssign(ownerId);
  };
  const footer = (
    <>
      <Button onPress={onClose}>{t('common:cancel')}</Button>
      <Button variant="primary" type="submit" form={FORM}>{t('changeOwner')}</Button>
    </>
  );
  return (
    <Dialog title={t('assignTitle', { count })} isOpen={isOpen} onClose={onClose} size="sm" footer={footer}>
      <Form id={FORM} onSubmit={assign}>
        <OwnerPicker label={t('common:owner')} name="ownerId" value={ownerId} onChange={setOwnerId} hint={t('assignHint')} autoFocus />
      </Form>
    </Dialog>
  );
}
