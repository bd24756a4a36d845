import type { pipelines as en } from '@/locales/en/pipelines.js';
import type { Strings } from '@/locales/strings.js';

export const pipelines: Strings<typeof en> = {
  title: 'Pipelines',
};
