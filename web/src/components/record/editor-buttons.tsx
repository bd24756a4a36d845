import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button.js';
import type { InlineEdit } from './use-inline-edit.js';

/** For editors of several fields, which leaving does not save. */
export function EditorButtons<V>({ edit }: { edit: InlineEdit<V> }) {
  const { t } = useTranslation();
  return (
    <div className="flex items-center gap-2 pt-1">
      <Button size="sm" variant="primary" shortcut="save" onPress={() => edit.commit()}>{t('save')}</Button>
      <Button size="sm" variant="ghost" onPress={edit.cancel}>{t('cancel')}</Button>
    </div>
  );
}
