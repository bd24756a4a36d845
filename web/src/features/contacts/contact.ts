import type { Schemas } from '@/lib/api/api-types.js';

export type Contact = Schemas['Contact'];
export type Lifecycle = NonNullable<Contact['lifecycle']>;

export const lifecycles: readonly Lifecycle[] = ['subscriber', 'lead', 'opportunity', 'customer', 'former'];
export const emailLabels = ['work', 'home', 'other'] as const;
export const phoneLabels = ['work', 'mobile', 'home', 'other'] as const;
