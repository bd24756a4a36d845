/** What happened, for a person at a terminal as sentences, for machines as lines of JSON. */
export class Journal {
  constructor(
    private readonly json = !process.stdout.isTTY,
    private readonly write: (line: string) => void = (line) => process.stdout.write(`${line}\n`),
  ) {}

  say(event: string, sentence: string, fields: Record<string, unknown> = {}): void {
    this.write(this.json ? JSON.stringify({ time: new Date().toISOString(), event, message: sentence, ...fields }) : sentence);
  }
}

export const secondsSince = (from: number): number => Math.round(performance.now() - from) / 1000;

export function sizeInWords(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];
  const power = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  return `${power === 0 ? bytes : (bytes / 1000 ** power).toFixed(1)} ${units[power]!}`;
}
