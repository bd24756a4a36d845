import { z } from 'zod';

export const health = z.strictObject({ status: z.literal('ok'), version: z.string() }).meta({ id: 'Health' });
export const unavailable = z.strictObject({ status: z.literal('unavailable') }).meta({ id: 'Unavailable' });
