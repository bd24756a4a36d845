import { z } from 'zod';

const counts = z.strictObject({ companies: z.int(), contacts: z.int(), deals: z.int(), tasks: z.int(), notes: z.int() });
export const sampleData = z.strictObject({ loaded: z.boolean(), counts }).meta({ id: 'SampleData' });
