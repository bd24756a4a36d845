/** What every record that can be edited carries. */
export interface Versioned {
  id: string;
  version: number;
  updatedBy: string;
  deletedAt: string | null;
}

/** Some fields of a record with their new values. */
export type Patch = Record<string, unknown>;
