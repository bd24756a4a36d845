import { z } from 'zod';

export const fieldError = z.strictObject({ field: z.string(), code: z.string(), message: z.string() });

/** RFC 9457, on every 4xx and 5xx. */
export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string(),
    requestId: z.string(),
    errors: z.array(fieldError).optional(),
    details: z.record(z.string(), z.string()).optional(),
  })
  .meta({ id: 'Problem' });
