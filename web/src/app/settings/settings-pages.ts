export const settingsGroups = [
  { id: 'you', pages: [{ id: 'profile', to: '/settings/profile' }] },
  { id: 'workspaceGroup', pages: [{ id: 'workspace', to: '/settings/workspace' }, { id: 'members', to: '/settings/members' }, { id: 'usage', to: '/settings/usage' }, { id: 'sampleData', to: '/settings/sample-data' }] },
  { id: 'sales', pages: [{ id: 'pipelines', to: '/settings/pipelines' }, { id: 'currencies', to: '/settings/currencies' }, { id: 'lostReasons', to: '/settings/lost-reasons' }] },
] as const;

export const settingsPages = settingsGroups.flatMap(({ pages }) => [...pages]);
