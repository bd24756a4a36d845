import type { RecordKind } from '@/lib/api/api-types.js';

/** Every address of the app, in one place. */
export const paths = {
  signIn: '/sign-in',
  signUp: '/sign-up',
  myDay: '/my-day',
  companies: '/companies',
  contacts: '/contacts',
  deals: '/deals',
  tasks: '/tasks',
  bin: '/bin',
  settings: '/settings/profile',
  sampleData: '/settings/sample-data',
  currencies: '/settings/currencies',
} as const;

const recordPaths = { company: '/companies/', contact: '/contacts/', deal: '/deals/', task: '/tasks?peek=', note: null, pipeline: '/settings/pipelines?pipeline=' } as const;

/** Where a record is shown; null when it has no page of its own. */
export function recordPath(kind: RecordKind, id: string): string | null {
  const base = recordPaths[kind];
  return base === null ? null : base + id;
}
