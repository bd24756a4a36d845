import { z } from 'zod';
import { PlainError } from '../../terminal/plain-error.js';
import { runProgram } from '../../terminal/run-tool.js';
import type { Verb } from '../verb.js';

const advisory = z.object({ github_advisory_id: z.string().optional(), module_name: z.string(), severity: z.string(), title: z.string(), url: z.string(), patched_versions: z.string().optional() });
const report = z.object({ advisories: z.record(z.string(), advisory) });

export interface Advisory {
  id: string;
  module: string;
  severity: string;
  title: string;
  url: string;
  patched: string | undefined;
}

const blocking = ['high', 'critical'];

/** The weaknesses that are known of what the lockfile names. Throws when the registry does not answer as it should: silence is not "none". */
export async function advisories(cwd?: string): Promise<Advisory[]> {
  const { output } = await runProgram('pnpm', ['audit', '--json'], { ...(cwd === undefined ? {} : { cwd }) });
  const read = report.safeParse(parsed(output));
  if (!read.success) throw new PlainError(`Nobody could say whether a dependency has a known weakness, so this is not clean: ${output.replaceAll(/\s+/g, ' ').trim().slice(0, 300)}`);
  return Object.entries(read.data.advisories).map(([key, each]) => ({ id: each.github_advisory_id ?? key, module: each.module_name, severity: each.severity, title: each.title, url: each.url, patched: each.patched_versions }));
}

export const audit: Verb = {
  usage: '',
  does: 'no dependency with a known weakness of severity high or critical; a registry that is silent is red too',
  run: async () => {
    const known = await advisories();
    for (const each of known) process.stdout.write(`${each.severity.padEnd(9)} ${each.module}: ${each.title} (${each.url}${each.patched === undefined ? '' : `, mended in ${each.patched}`})\n`);
    const worst = known.filter(({ severity }) => blocking.includes(severity));
    process.stdout.write(`${known.length} known, ${worst.length} of them high or critical\n`);
    return worst.length === 0 ? 0 : 1;
  },
};

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
