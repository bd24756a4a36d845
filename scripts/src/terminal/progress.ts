const width = 46;

/** One line per step with the time it took; a failed step keeps its name in front of the reason. */
export class Progress {
  private readonly startedAt = performance.now();

  constructor(private readonly write: (line: string) => void = (line) => process.stdout.write(`${line}\n`)) {}

  async step<T>(name: string, work: () => Promise<T>): Promise<T> {
    const from = performance.now();
    try {
      const result = await work();
      this.write(`  ${name.padEnd(width)} ${seconds(performance.now() - from)}`);
      return result;
    } catch (error) {
      this.write(`  ${name.padEnd(width)} failed after ${seconds(performance.now() - from).trim()}`);
      throw error;
    }
  }

  say(line: string): void {
    this.write(line);
  }

  /** Seconds since the command began; the bootstrap hands on when it was called. */
  total(): string {
    const since = Number(process.env['CRM_VISION_STARTED_AT']);
    return seconds(Number.isFinite(since) && since > 0 ? Date.now() - since : performance.now() - this.startedAt).trim();
  }
}

export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`.padStart(7);
}
