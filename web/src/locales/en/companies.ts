export const companies = {
  title: 'Companies',
  add: 'Add company',
  emptyTitle: 'No companies yet',
  emptyText: 'A company holds its people, its deals and everything that was agreed.',
  call: 'Call',
  addContact: 'Add contact',
  addTask: 'Add task',
} as const;
