export const bin = {
  title: 'Bin',
} as const;
