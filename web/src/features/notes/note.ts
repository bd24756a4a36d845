import type { Schemas } from '@/lib/api/api-types.js';

export type Note = Schemas['Note'];
