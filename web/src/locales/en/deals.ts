export const deals = {
  title: 'Deals',
} as const;
