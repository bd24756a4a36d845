export const contacts = {
  title: 'Contacts',
  add: 'Add contact',
  emptyTitle: 'No contacts yet',
  emptyText: 'The people you sell to live here: how to reach them, what was said, what comes next.',
  panelEmpty: 'Nobody yet.',
} as const;
