import fs from 'node:fs';
import { inRepository } from '../repository.js';
import { PlainError } from '../terminal/plain-error.js';
import { runCommand } from '../terminal/run-command.js';
import { runProgram } from '../terminal/run-tool.js';
import { asShellCommand, helmArguments } from './helm-command.js';
import { readVersions, versionsFile } from './versions.js';

/** What the cluster needs beside the chart, at the versions of k8s/versions.yaml. */
async function main([verb, name = '', ...more]: string[]): Promise<number> {
  if (verb === 'install' || verb === 'print') return addOn(verb, name, more);
  if (verb === 'version') return version(name);
  throw new PlainError(`There is no "${verb ?? ''}": use install, print or version. See npm run addon -- --help.`);
}

async function addOn(verb: string, name: string, more: string[]): Promise<number> {
  const { charts } = readVersions();
  const chart = charts[name];
  if (!chart) throw new PlainError(`There is no add-on "${name}" in ${versionsFile}: use one of ${Object.keys(charts).join(', ')}.`);
  const args = helmArguments(name, chart, valuesOf(name), more);
  if (verb === 'print') return say(asShellCommand('helm', args));
  const { code, output } = await runProgram('helm', args, { show: true });
  if (code === 127) throw new PlainError(`helm could not be started (${output.trim()}): install it and try again.`);
  return code;
}

/** Its own folder holds its values; a chart that belongs to another add-on has them there, by its name. */
function valuesOf(name: string): string[] {
  const places = [`k8s/${name}/values.yaml`, `k8s/cloudnative-pg/${name}.values.yaml`];
  return places.filter((place) => fs.existsSync(inRepository(place)));
}

function version(name: string): number {
  const { charts, tools, images } = readVersions();
  const found = charts[name]?.version ?? tools[name] ?? images[name];
  if (found === undefined) throw new PlainError(`There is no "${name}" in ${versionsFile}: use one of ${[charts, tools, images].flatMap(Object.keys).join(', ')}.`);
  return say(found);
}

function say(line: string): number {
  process.stdout.write(`${line}\n`);
  return 0;
}

await runCommand(main);
