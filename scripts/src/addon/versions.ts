import fs from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { inRepository } from '../repository.js';

const digest = z.string().regex(/^sha256:[0-9a-f]{64}$/, 'has to be sha256: and 64 digits');
const chart = z.strictObject({
  repository: z.string().regex(/^(https|oci):\/\//),
  version: z.string().regex(/^v?\d+\.\d+\.\d+$/, 'has to be one version, not a range'),
  appVersion: z.string().optional(),
  namespace: z.string(),
  digest: digest.optional(),
  images: z.record(z.string(), z.string().regex(/:[\w.-]+@sha256:[0-9a-f]{64}$/)).optional(),
});

const versionsSchema = z.strictObject({
  charts: z.record(z.string(), chart),
  tools: z.record(z.string(), z.string().regex(/^v\d+\.\d+\.\d+$/)),
  images: z.record(z.string(), z.string().regex(/:[\w.-]+@sha256:[0-9a-f]{64}$/)),
});

export type Versions = z.infer<typeof versionsSchema>;
export type AddOn = z.infer<typeof chart>;

export const versionsFile = 'k8s/versions.yaml';

/** The one place that says which version of what stands beside the chart. */
export function readVersions(): Versions {
  return versionsSchema.parse(parse(fs.readFileSync(inRepository(versionsFile), 'utf8')));
}
