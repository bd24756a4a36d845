import { useTranslation } from 'react-i18next';
import { SidePanel } from '@/components/ui/side-panel.js';
import { AccountMenu } from './account-menu.js';
import { closeLayer, useLayer } from './layers.js';
import { endItems } from './nav-items.js';
import { MainNav } from './main-nav.js';
import { NavLink } from './nav-link.js';

/** The sidebar of a phone. */
export function Drawer() {
  const { t } = useTranslation('shell');
  const isOpen = useLayer() === 'menu';
  return (
    <SidePanel title={t('nav.menu')} isOpen={isOpen} onClose={closeLayer} side="start" width="narrow">
      <div className="flex p-2"><AccountMenu /></div>
      <nav aria-label={t('nav.label')} className="flex flex-col gap-0.5 px-2 pb-4">
        <MainNav onGo={closeLayer} />
        <div className="mt-3 flex flex-col gap-0.5 border-t border-subtle pt-3">
          {endItems.map((item) => <NavLink key={item.id} item={item} onGo={closeLayer} />)}
        </div>
      </nav>
    </SidePanel>
  );
}
