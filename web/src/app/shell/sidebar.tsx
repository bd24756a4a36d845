import { PanelLeftClose, PanelLeftOpen, Plus, Search } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '@/components/ui/icon-button.js';
import { classNames } from '@/lib/class-names.js';
import { addHere } from '@/lib/quick-add/quick-add.js';
import { usePermission } from '@/lib/session/permissions.js';
import { useStoredState } from '@/lib/use-stored-state.js';
import { AccountMenu } from './account-menu.js';
import { openLayer } from './layers.js';
import { endItems } from './nav-items.js';
import { NavLink } from './nav-link.js';
import { MainNav } from './main-nav.js';
import { SearchButton } from './search-button.js';

export function Sidebar() {
  const { t } = useTranslation('shell');
  const [folded, setFolded] = useStoredState('sidebar-folded', false);
  const mayWrite = usePermission('records.write');
  return (
    <aside className={classNames('flex h-full shrink-0 flex-col border-e border-subtle bg-sunken max-md:hidden', folded ? 'w-14' : 'w-58')}>
      <div className={classNames('flex h-12 shrink-0 items-center gap-1 px-2', folded && 'justify-center')}>
        <AccountMenu folded={folded} />
        {!folded && mayWrite && <IconButton icon={Plus} label={t('nav.add')} shortcut="add" onPress={addHere} />}
      </div>
      <div className="flex flex-col gap-0.5 px-2 pb-2">
        {folded ? <IconButton icon={Search} label={t('nav.search')} shortcut="palette" onPress={() => openLayer('palette')} /> : <SearchButton />}
        {folded && mayWrite && <IconButton icon={Plus} label={t('nav.add')} shortcut="add" onPress={addHere} />}
      </div>
      <nav aria-label={t('nav.label')} className="flex min-h-0 flex-1 flex-col gap-0.5 overflow-y-auto px-2 pb-2">
        <MainNav folded={folded} />
        <div className="mt-auto flex flex-col gap-0.5 pt-4">
          {endItems.map((item) => <NavLink key={item.id} item={item} folded={folded} />)}
        </div>
      </nav>
      <div className={classNames('border-t border-subtle p-2', folded && 'grid justify-center')}>
        <IconButton icon={folded ? PanelLeftOpen : PanelLeftClose} label={t(folded ? 'nav.unfold' : 'nav.fold')} size="sm" onPress={() => setFolded(!folded)} />
      </div>
    </aside>
  );
}
