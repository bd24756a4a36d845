import type { LucideIcon } from 'lucide-react';
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { Header, Menu as AriaMenu, MenuItem as AriaMenuItem, MenuSection, MenuTrigger, Popover, Separator, type PopoverProps } from 'react-aria-components';
import { classNames } from '@/lib/class-names.js';
import type { ShortcutId } from '@/lib/keyboard/shortcut-table.js';
import { Kbd } from './kbd.js';
import { floatingClass } from './popover.js';

export interface MenuAction {
  id: string;
  label: string;
  icon?: LucideIcon;
  start?: ReactNode;
  /** Quiet, below the label. */
  detail?: string;
  shortcut?: ShortcutId;
  danger?: boolean;
  isDisabled?: boolean;
  isSelected?: boolean;
  /** Leads out of the app: an email, a phone. */
  href?: string;
  onAction?: () => void;
}

export interface MenuGroup {
  id: string;
  title?: string;
  items: MenuAction[];
}

/** `trigger` is a Button or IconButton. Groups are parted by a line. */
export function Menu({ trigger, label, groups, placement = 'bottom start' }: { trigger: ReactNode; label: string; groups: MenuGroup[]; placement?: PopoverProps['placement'] }) {
  const filled = groups.filter((group) => group.items.length > 0);
  return (
    <MenuTrigger>
      {trigger}
      <Popover placement={placement} offset={4} className={classNames(floatingClass, 'min-w-44')}>
        <AriaMenu aria-label={label} className="max-h-[70vh] overflow-auto p-1 outline-none">
          {filled.map((group, index) => (
            <MenuSection key={group.id} aria-label={group.title ?? label}>
              {index > 0 && <Separator className="-mx-1 my-1 border-t border-subtle" />}
              {group.title && <Header className="px-2 pt-1.5 pb-1 text-xs text-muted">{group.title}</Header>}
              {group.items.map((item) => <Item key={item.id} item={item} />)}
            </MenuSection>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

function Item({ item }: { item: MenuAction }) {
  const Icon = item.icon;
  return (
    <AriaMenuItem
      id={item.id}
      textValue={item.label}
      {...(item.href ? { href: item.href } : {})}
      {...(item.onAction ? { onAction: item.onAction } : {})}
      isDisabled={item.isDisabled ?? false}
      className={classNames('flex min-h-8 items-center gap-2 rounded-control px-2 py-1 text-sm outline-none data-[disabled]:opacity-50 data-[focused]:bg-hover touch:min-h-11', item.danger && 'text-danger-ink')}
    >
      {item.start}
      {Icon && <Icon aria-hidden className={classNames('size-4 shrink-0', !item.danger && 'text-muted')} />}
      <span className="min-w-0 flex-1">
        <span dir="auto" className="block truncate">{item.label}</span>
        {item.detail && <span className="block truncate text-xs text-muted">{item.detail}</span>}
      </span>
      {item.isSelected && <Check aria-hidden className="size-4 text-accent-ink" />}
      {item.shortcut && <Kbd shortcut={item.shortcut} />}
    </AriaMenuItem>
  );
}
