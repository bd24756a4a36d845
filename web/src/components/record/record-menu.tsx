import { Ellipsis } from 'lucide-react';
import { IconButton } from '@/components/ui/icon-button.js';
import { Menu, type MenuAction } from '@/components/ui/menu.js';

/** "⋯": what can be done with the record; what is dangerous stands apart. */
export function RecordMenu({ label, items }: { label: string; items: MenuAction[] }) {
  const groups = [{ id: 'acts', items: items.filter(({ danger }) => !danger) }, { id: 'danger', items: items.filter(({ danger }) => danger) }];
  return <Menu label={label} placement="bottom end" trigger={<IconButton icon={Ellipsis} label={label} />} groups={groups} />;
}
