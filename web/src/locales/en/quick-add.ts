export const quickAdd = {
  label: 'Add',
  titles: { contact: 'Add contact', company: 'Add company', deal: 'Add deal', task: 'Add task' },
  another: 'Create another',
  added: '{{title}} added.',
  openIt: 'Open',
} as const;
