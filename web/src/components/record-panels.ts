import type { ComponentType } from 'react';
import type { Schemas } from '@/lib/api/api-types.js';

export interface PanelRecord {
  kind: Schemas['RecordLink']['kind'];
  id: string;
  title: string;
  /** It is in the bin: nothing is added to it. */
  isDeleted?: boolean;
}

/** A part of a record page that belongs to another feature. app/record-pages puts them together. */
export type RecordPanel = ComponentType<{ record: PanelRecord }>;

export interface RecordPanels {
  timeline: RecordPanel;
  tasks: RecordPanel;
  notes: RecordPanel;
  /** On companies and contacts. */
  deals: RecordPanel;
  /** On companies and deals. */
  contacts: RecordPanel;
}
