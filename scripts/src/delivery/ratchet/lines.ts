/** File of the clone -> its lines, and whether something ran them. */
export type Lines = Map<string, Map<number, boolean>>;

/** Adds what one report in the format of lcov says: a line that any run reached is reached. */
export function addReport(lines: Lines, report: string): void {
  let file = new Map<number, boolean>();
  for (const row of report.split('\n')) {
    if (row.startsWith('SF:')) {
      const name = row.slice(3).replaceAll('\\', '/');
      file = lines.get(name) ?? new Map<number, boolean>();
      lines.set(name, file);
    }
    const [, line, hits] = /^DA:(\d+),(\d+)/.exec(row) ?? [];
    if (line !== undefined) file.set(Number(line), file.get(Number(line)) === true || Number(hits) > 0);
  }
}

/** In lcov again, for those who show it. */
export function reportOf(lines: Lines): string {
  return [...lines].map(([name, each]) => ['TN:', `SF:${name}`, ...[...each].map(([line, reached]) => `DA:${line},${reached ? 1 : 0}`), 'end_of_record'].join('\n')).join('\n');
}

/** Hundredths of the lines of a folder that something ran, cut to one digit after the point. */
export function shareOf(lines: Lines, folder: string): number {
  let all = 0;
  let reached = 0;
  for (const [name, each] of lines) {
    if (!name.startsWith(`${folder}/`)) continue;
    for (const was of each.values()) {
      all += 1;
      if (was) reached += 1;
    }
  }
  return all === 0 ? 0 : Math.floor((reached / all) * 1000) / 10;
}
