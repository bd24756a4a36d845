import fs from 'node:fs';
import { z } from 'zod';
import { PlainError } from '../../terminal/plain-error.js';
import { runProgram } from '../../terminal/run-tool.js';
import { artifact } from '../artifacts.js';
import type { Verb } from '../verb.js';

const licence = z.union([z.object({ expression: z.string() }), z.object({ license: z.object({ id: z.string().optional(), name: z.string().optional() }) })]);
const document = z.object({
  bomFormat: z.literal('CycloneDX'),
  components: z.array(z.object({ group: z.string().optional(), name: z.string(), version: z.string().optional(), purl: z.string().optional(), licenses: z.array(licence).optional() })).min(1),
});

export type Component = z.infer<typeof document>['components'][number];

export const SBOM = 'crm-vision.cdx.json';

/** Writes what a release is made of, in CycloneDX, and answers where. */
export async function writeSbom(cwd?: string): Promise<string> {
  const file = artifact(SBOM);
  const { code, output } = await runProgram('pnpm', ['sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'application', '--sbom-spec-version', '1.6', '--prod', '--out', file], { ...(cwd === undefined ? {} : { cwd }) });
  if (code !== 0) throw new PlainError(`The list of parts could not be made: ${output.trim().slice(-500)}`);
  componentsOf(file);
  return file;
}

export const componentsOf = (file: string): Component[] => document.parse(JSON.parse(fs.readFileSync(file, 'utf8'))).components;

export const sbom: Verb = {
  usage: '',
  does: 'what a release is made of, in CycloneDX (.artifacts/crm-vision.cdx.json)',
  run: async () => {
    const file = await writeSbom();
    process.stdout.write(`${componentsOf(file).length} parts in ${file}\n`);
    return 0;
  },
};
