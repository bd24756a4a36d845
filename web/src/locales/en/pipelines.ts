export const pipelines = {
  title: 'Pipelines',
} as const;
