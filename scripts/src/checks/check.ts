import { runTool, type ToolOptions } from '../terminal/run-tool.js';

export type Outcome = { state: 'passed' | 'failed'; output: string } | { state: 'skipped'; output: string };

/** A static check: it counts as one test. */
export interface Check {
  name: string;
  run(): Promise<Outcome>;
}

/** A check that is one tool whose exit code tells. */
export function toolCheck(name: string, args: string[], options: ToolOptions = {}): Check {
  return {
    name,
    run: async () => {
      const { code, output } = await runTool(args, options);
      return { state: code === 0 ? 'passed' : 'failed', output };
    },
  };
}
