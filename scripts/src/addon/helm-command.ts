import type { AddOn } from './versions.js';

/** Arguments of helm that install this add-on, at its pinned version, with its values and what is added to them. */
export function helmArguments(name: string, addOn: AddOn, values: readonly string[], more: readonly string[]): string[] {
  const source = addOn.repository.startsWith('oci://') ? [`${addOn.repository}/${name}`] : [name, '--repo', addOn.repository];
  return [
    'upgrade', '--install', name, ...source, '--version', addOn.version, '--namespace', addOn.namespace, '--create-namespace',
    ...values.flatMap((file) => ['--values', file]), ...more,
  ];
}

/** As a person types it. */
export function asShellCommand(program: string, args: readonly string[]): string {
  return [program, ...args.map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`))].join(' ');
}
