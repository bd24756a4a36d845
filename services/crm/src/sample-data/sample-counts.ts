/** How many sample records there are, by kind. */
export interface SampleCounts {
  companies: number;
  contacts: number;
  deals: number;
  tasks: number;
  notes: number;
}
