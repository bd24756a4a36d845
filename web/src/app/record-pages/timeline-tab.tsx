import type { PanelRecord } from '@/components/record-panels.js';
import { NoteComposer } from '@/features/notes/components/note-composer.js';
import { TimelinePanel } from '@/features/timeline/components/timeline-panel.js';

/** A note is written where the history is read. */
export function TimelineTab({ record }: { record: PanelRecord }) {
  return (
    <>
      <NoteComposer record={record} />
      <TimelinePanel record={record} />
    </>
  );
}
