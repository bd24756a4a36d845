import { inRepository } from '../../repository.js';
import { execute, output, type ProgramResult } from '../../terminal/program.js';

export const chart = inRepository('charts', 'crm-vision');

/** What one call of helm is told: files and single values, the latter stronger. */
export interface Values {
  files: readonly string[];
  set: Readonly<Record<string, string | number | boolean>>;
}

export function valueArguments({ files, set }: Values): string[] {
  return [...files.flatMap((file) => ['-f', file]), ...Object.entries(set).flatMap(([key, value]) => ['--set', `${key}=${value}`])];
}

/** Helm for one release in one namespace. */
export class Helm {
  constructor(
    private readonly release: string,
    private readonly namespace: string,
    private readonly chartFolder = chart,
  ) {}

  template(values: Values): Promise<string> {
    return this.run(['template', this.release, this.chartFolder, ...valueArguments(values)], 60);
  }

  /** Install or upgrade, and wait until everything is ready. */
  async upgrade(values: Values, seconds = 300, more: string[] = []): Promise<void> {
    await this.run(['upgrade', '--install', this.release, this.chartFolder, ...valueArguments(values), '--wait', `--timeout=${seconds}s`, ...more], seconds);
  }

  /** An upgrade that is to fail and to be taken back. */
  attemptUpgrade(values: Values, seconds: number): Promise<ProgramResult> {
    const args = ['upgrade', this.release, this.chartFolder, ...valueArguments(values), '--rollback-on-failure', `--timeout=${seconds}s`];
    return execute('helm', ['-n', this.namespace, ...args], { timeout: (2 * seconds + 120) * 1000 });
  }

  async rollback(revision: number, seconds = 300): Promise<void> {
    await this.run(['rollback', this.release, String(revision), '--wait', `--timeout=${seconds}s`], seconds);
  }

  test(seconds = 180): Promise<string> {
    return this.run(['test', this.release, '--logs', `--timeout=${seconds}s`], seconds);
  }

  async uninstall(seconds = 180): Promise<void> {
    await this.run(['uninstall', this.release, '--wait', '--ignore-not-found', `--timeout=${seconds}s`], seconds);
  }

  async history(): Promise<{ revision: number; status: string; description: string }[]> {
    return JSON.parse(await this.run(['history', this.release, '-o', 'json'], 30)) as { revision: number; status: string; description: string }[];
  }

  private run(args: string[], seconds: number): Promise<string> {
    return output('helm', ['-n', this.namespace, ...args], { timeout: (seconds + 60) * 1000 });
  }
}
