import type { Schemas } from '@/lib/api/api-types.js';

export type Company = Schemas['Company'];
export type CompanySize = NonNullable<Company['size']>;

export const sizes: readonly CompanySize[] = ['1-10', '11-50', '51-200', '201-1000', '1001+'];
