import { PlainError } from '../terminal/plain-error.js';
import type { ClusterCheck } from './check.js';

/** The checks that were named, in their own order; a number means all of that group. All of them when none was named. */
export function wantedChecks(args: readonly string[], checks: readonly ClusterCheck[]): ClusterCheck[] {
  const names = args.filter((arg) => !arg.startsWith('--'));
  const meant = (name: string, check: ClusterCheck): boolean => check.name === name || check.name.startsWith(`${name}-`);
  const unknown = names.find((name) => !checks.some((check) => meant(name, check)));
  if (unknown !== undefined) throw new PlainError(`There is no check "${unknown}": npm run test:cluster -- --list names them.`);
  return names.length === 0 ? [...checks] : checks.filter((check) => names.some((name) => meant(name, check)));
}

export function listOf(checks: readonly ClusterCheck[]): string {
  const width = Math.max(...checks.map(({ name }) => name.length));
  return checks.map(({ name, proves }) => `${name.padEnd(width)}  ${proves}\n`).join('');
}
