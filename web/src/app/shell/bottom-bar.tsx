import { Link } from '@tanstack/react-router';
import { Contact, Handshake, Menu, Plus, Search, Sun, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components';
import { paths } from '@/config/paths.js';
import { addHere } from '@/lib/quick-add/quick-add.js';
import { useRememberedSearch } from '@/lib/remembered-search.js';
import { usePermission } from '@/lib/session/permissions.js';
import { openLayer } from './layers.js';

const look = 'flex h-14 min-w-0 flex-1 flex-col items-center justify-center gap-0.5 text-xs text-muted aria-[current=page]:text-accent-ink data-[pressed]:bg-hover';

/** What the thumb reaches on a phone. */
export function BottomBar() {
  const { t } = useTranslation('shell');
  const mayWrite = usePermission('records.write');
  const contacts = useRememberedSearch(paths.contacts);
  const deals = useRememberedSearch(paths.deals);
  return (
    <nav aria-label={t('nav.label')} className="flex shrink-0 border-t border-subtle bg-surface pb-[env(safe-area-inset-bottom)] md:hidden">
      <Link to={paths.myDay} className={look}><Face icon={Sun} label={t('nav.myDay')} /></Link>
      <Button onPress={() => openLayer('palette')} className={look}><Face icon={Search} label={t('nav.search')} /></Button>
      {mayWrite && <Button onPress={addHere} className={look}><Face icon={Plus} label={t('nav.add')} /></Button>}
      <Link to={paths.contacts} search={contacts} className={look}><Face icon={Contact} label={t('nav.contacts')} /></Link>
      <Link to={paths.deals} search={deals} className={look}><Face icon={Handshake} label={t('nav.deals')} /></Link>
      <Button onPress={() => openLayer('menu')} className={look}><Face icon={Menu} label={t('nav.more')} /></Button>
    </nav>
  );
}

function Face({ icon: Icon, label }: { icon: LucideIcon; label: string }) {
  return (
    <>
      <Icon aria-hidden className="size-5" />
      <span className="max-w-full truncate">{label}</span>
    </>
  );
}
