export const companies = {
  title: 'Companies',
  add: 'Add company',
  emptyTitle: 'No companies yet',
  emptyText: 'A company holds its people, its deals and everything that was agreed.',
  addContact: 'Add contact',
} as const;
