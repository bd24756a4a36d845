export const myDay = {
  title: 'My day',
  overdue: 'Overdue',
  today: 'Today',
  next: 'Next',
  noDate: 'Without a date',
  doneToday: 'Done today',
  emptyTitle: 'Nothing to do today',
  emptyText: 'Plan the next step with somebody, so that nothing slips.',
  allDone: 'All done for today.',
  more: 'There are more. See all tasks',
} as const;
