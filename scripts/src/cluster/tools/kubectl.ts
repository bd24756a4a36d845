import { execute, output, type ProgramOptions, type ProgramResult } from '../../terminal/program.js';

/** kubectl in one namespace of the cluster that KUBECONFIG names. */
export class Kubectl {
  constructor(readonly namespace: string) {}

  run(args: readonly string[], options?: ProgramOptions): Promise<string> {
    return output('kubectl', ['-n', this.namespace, ...args], options);
  }

  /** For what may fail. */
  attempt(args: readonly string[], options?: ProgramOptions): Promise<ProgramResult> {
    return execute('kubectl', ['-n', this.namespace, ...args], options);
  }

  async get<T>(...args: string[]): Promise<T> {
    return JSON.parse(await this.run(['get', ...args, '-o', 'json'])) as T;
  }

  async list<T>(...args: string[]): Promise<T[]> {
    return (await this.get<{ items: T[] }>(...args)).items;
  }

  apply(manifest: object | string): Promise<string> {
    return this.run(['apply', '-f', '-'], { input: typeof manifest === 'string' ? manifest : JSON.stringify(manifest) });
  }

  async wait(condition: string, target: string, seconds: number): Promise<void> {
    await this.run(['wait', `--for=${condition}`, target, `--timeout=${seconds}s`], { timeout: (seconds + 20) * 1000 });
  }

  /** Every deployment is rolled out: as many pods as wanted, all of them new and available. */
  async settled(seconds: number): Promise<void> {
    const names = (await this.run(['get', 'deployments,statefulsets', '-o', 'name'])).trim().split('\n').filter(Boolean);
    await Promise.all(names.map((name) => this.run(['rollout', 'status', name, `--timeout=${seconds}s`], { timeout: (seconds + 20) * 1000 })));
  }
}
