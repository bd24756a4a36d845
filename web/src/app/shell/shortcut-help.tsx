import { useTranslation } from 'react-i18next';
import { Dialog } from '@/components/ui/dialog.js';
import { Kbd } from '@/components/ui/kbd.js';
import { Switch } from '@/components/ui/switch.js';
import { useUpdateUser } from '@/features/settings/api/user.js';
import { keyNames } from '@/lib/keyboard/key-names.js';
import { shortcutOf, type ShortcutGroup, type ShortcutId } from '@/lib/keyboard/shortcut-table.js';
import { useRegisteredShortcuts } from '@/lib/keyboard/shortcuts.js';
import { useSession } from '@/lib/session/session.js';
import { closeLayer, useLayer } from './layers.js';

const groups: ShortcutGroup[] = ['app', 'go', 'act', 'list', 'record', 'board'];

/** Every key that works on the page behind it. */
export function ShortcutHelp() {
  const { t } = useTranslation('shell');
  const isOpen = useLayer() === 'help';
  const offered = offeredOnce(useRegisteredShortcuts().map(({ id }) => id));
  const { user } = useSession();
  const update = useUpdateUser();
  return (
    <Dialog title={t('help.title')} isOpen={isOpen} onClose={closeLayer} size="lg">
      <div className="mb-5 flex flex-wrap items-center gap-x-4 gap-y-1">
        <Switch isSelected={user.shortcuts} onChange={(shortcutsOn) => update.mutate({ shortcuts: shortcutsOn })}>{t('help.enable')}</Switch>
        {!user.shortcuts && <span className="text-sm text-muted">{t('help.off')} {t('help.offHint', { modifier: keyNames('mod')[0] ?? '' })}</span>}
      </div>
      <div className="gap-x-10 sm:columns-2">
        {groups.map((group) => <Group key={group} title={t(`help.groups.${group}`)} shortcuts={offered.filter((id) => shortcutOf(id).group === group)} />)}
      </div>
    </Dialog>
  );
}

function Group({ title, shortcuts }: { title: string; shortcuts: ShortcutId[] }) {
  const { t } = useTranslation('shell');
  if (shortcuts.length === 0) return null;
  return (
    <section className="mb-5 break-inside-avoid">
      <h3 className="mb-1 text-sm">{title}</h3>
      <dl>
        {shortcuts.map((id) => (
          <div key={id} data-shortcut={id} className="flex min-h-8 items-center gap-3 border-b border-subtle">
            <dt className="flex-1 text-sm">{t(`keys.${id}`)}</dt>
            <dd><Kbd shortcut={id} /><span className="sr-only">{keyNames(shortcutOf(id).keys).join(' ')}</span></dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Two parts of the page may offer the same; keys that mean two things are listed under both groups, and what came last acts. */
function offeredOnce(ids: ShortcutId[]): ShortcutId[] {
  return [...new Set(ids)];
}
