import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Child, type ChildOptions } from '../processes/child.js';
import type { Kept } from '../processes/keeper.js';
import { inRepository } from '../repository.js';
import { runTool } from '../terminal/run-tool.js';
import { onChanged } from './changes.js';

type Say = (line: string) => void;

/** The compiler in watch mode; what it has to say about the code is shown. */
export function startCompiler(logsFolder: string, say: Say): Child {
  return startKept('tsc', ['tsc', '-b', '-w', '--preserveWatchOutput'], inRepository(), logsFolder, {
    onLine: (line) => {
      if (/error TS\d+/.test(line)) say(line);
    },
  });
}

/** Vite serves the screens and hands the API on to the gateway. */
export function startVite(port: number, gatewayUrl: string, logsFolder: string): Child {
  const args = ['vite', '--port', String(port), '--strictPort', '--host', '127.0.0.1'];
  return startKept('vite', args, inRepository('web'), logsFolder, { env: { ...process.env, API_URL: gatewayUrl } });
}

function startKept(name: string, args: string[], cwd: string, logsFolder: string, more: Partial<ChildOptions>): Child {
  const kept: Kept = { command: 'pnpm', args: ['exec', ...args], cwd, stopSignals: ['SIGTERM'], wholeGroup: true };
  const keeper = fileURLToPath(import.meta.resolve('../processes/keeper.js'));
  return new Child({ name, command: process.execPath, args: [keeper, JSON.stringify(kept)], logFile: path.join(logsFolder, `${name}.log`), ...more });
}

/** Code that is generated follows its source. */
export function regenerateOnChange(say: Say): void {
  const regenerate = (what: string, tool: string[], folder: string) => (): void => void generate(what, tool, folder, say);
  onChanged(inRepository('proto/crm_vision'), '.proto', regenerate('The contract', ['buf', 'generate'], 'proto'));
  onChanged(inRepository('services/crm/prisma'), 'schema.prisma', regenerate('The schema of crm', ['prisma', 'generate'], 'services/crm'));
}

/** The types of the public API follow the gateway that was built. */
export function regenerateApiTypes(say: Say): Promise<void> {
  return generate('The gateway', ['node', 'build/generate-api.ts'], 'web', say);
}

async function generate(what: string, tool: string[], folder: string, say: Say): Promise<void> {
  const { code, output } = await runTool(tool, { cwd: inRepository(folder) });
  say(code === 0 ? `${what} changed: its code is generated anew.` : output.trimEnd());
}
