import { undoWithToast } from '@/components/ui/toast.js';
import type { ShortcutId } from '@/lib/keyboard/shortcut-table.js';
import { useShortcut } from '@/lib/keyboard/shortcuts.js';
import { addHere } from '@/lib/quick-add/quick-add.js';
import { useGoTo } from '@/lib/remembered-search.js';
import { usePermission } from '@/lib/session/permissions.js';
import { toggleLayer } from './layers.js';
import { mainItems } from './nav-items.js';

/** The keys that work everywhere. */
export function AppShortcuts() {
  const mayWrite = usePermission('records.write');
  useShortcut('palette', () => toggleLayer('palette'));
  useShortcut('help', () => toggleLayer('help'));
  useShortcut('closeLayer');
  useShortcut('add', addHere, mayWrite);
  useShortcut('save', undefined, mayWrite);
  useShortcut('undo', () => void undoWithToast(), mayWrite);
  return mainItems.map(({ id, to, shortcut }) => shortcut && <GoTo key={id} shortcut={shortcut} to={to} />);
}

function GoTo({ shortcut, to }: { shortcut: ShortcutId; to: string }) {
  const goTo = useGoTo();
  useShortcut(shortcut, () => goTo(to));
  return null;
}
