export const recordKinds = ['company', 'contact', 'deal', 'task', 'note', 'pipeline'] as const;
export type RecordKind = (typeof recordKinds)[number];

/** A record named by kind and id. */
export interface RecordLink {
  kind: RecordKind;
  id: string;
}

/** A record with the name that people know it by. */
export interface NamedRecord extends RecordLink {
  title: string;
}
