import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { kindHere } from '@/app/quick-add/kind-here.js';
import { undoWithToast } from '@/components/ui/toast.js';
import { useShortcut } from '@/lib/keyboard/shortcuts.js';
import { openQuickAdd } from '@/lib/quick-add/quick-add.js';
import { usePermission } from '@/lib/session/permissions.js';
import { toggleLayer } from './layers.js';
import { mainItems, type NavItem } from './nav-items.js';

/** The keys that work everywhere. */
export function AppShortcuts() {
  const { t } = useTranslation('shell');
  const mayWrite = usePermission('records.write');
  useShortcut({ keys: 'mod+k', label: t('help.palette'), group: 'app', whileTyping: true, run: () => toggleLayer('palette') });
  useShortcut({ keys: 'c', label: t('help.quickAdd'), group: 'act', run: () => openQuickAdd({ kind: kindHere() }) }, mayWrite);
  useShortcut({ keys: 'mod+z', label: t('help.undo'), group: 'act', run: () => void undoWithToast() }, mayWrite);
  useShortcut({ keys: '?', label: t('help.help'), group: 'app', run: () => toggleLayer('help') });
  useShortcut({ keys: 'escape', label: t('help.closeLayer'), group: 'app' });
  return mainItems.map((item) => <GoTo key={item.id} item={item} />);
}

function GoTo({ item }: { item: NavItem }) {
  const { t } = useTranslation('shell');
  const navigate = useNavigate();
  useShortcut({ keys: item.keys ?? '', label: t(`nav.${item.id}`), group: 'go', run: () => void navigate({ to: item.to }) }, item.keys !== undefined);
  return null;
}
