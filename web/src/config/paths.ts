/** Every address of the app, in one place. */
export const paths = {
  signIn: '/sign-in',
  signUp: '/sign-up',
  invite: '/invite/$token',
  myDay: '/my-day',
  companies: '/companies',
  company: '/companies/$id',
  contacts: '/contacts',
  contact: '/contacts/$id',
  deals: '/deals',
  deal: '/deals/$id',
  tasks: '/tasks',
  bin: '/bin',
  settings: '/settings/profile',
} as const;

const recordPaths = { company: '/companies/', contact: '/contacts/', deal: '/deals/', task: '/tasks?peek=', note: null, pipeline: '/settings/pipelines?pipeline=' } as const;

/** Where a record is shown; null when it has no page of its own. */
export function recordPath(kind: keyof typeof recordPaths, id: string): string | null {
  const base = recordPaths[kind];
  return base === null ? null : base + id;
}
