export const currencies = {
  title: 'Currencies',
} as const;
