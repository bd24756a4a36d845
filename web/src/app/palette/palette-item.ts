import type { LucideIcon } from 'lucide-react';
import type { RecordKind } from '@/lib/api/api-types.js';
import type { ShortcutId } from '@/lib/keyboard/shortcut-table.js';

interface Base {
  key: string;
  title: string;
  run: () => void;
}

export interface RecordItem extends Base {
  type: 'record';
  kind: RecordKind;
  id: string;
  subtitle: string;
}

export interface ActItem extends Base {
  type: 'act';
  icon: LucideIcon;
  /** Shown, so that it is learnt. */
  shortcut?: ShortcutId;
}

export type PaletteItem = RecordItem | ActItem;

export interface PaletteGroup {
  id: 'records' | 'acts' | 'recent';
  items: PaletteItem[];
}
