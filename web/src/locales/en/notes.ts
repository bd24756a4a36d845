export const notes = {
  title: 'Notes',
} as const;
