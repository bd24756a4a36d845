import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { dockerfileOf, imageNames } from '../../src/cluster/images.js';
import { problemsOf, stagesOf } from './dockerfile.js';

const clone = path.resolve(import.meta.dirname, '../../..');
const read = (name: string): string => fs.readFileSync(path.join(clone, name), 'utf8');
const ofChart = imageNames.map((name) => [name, fs.readFileSync(dockerfileOf(name), 'utf8')] as const);
const dockerfiles = [...ofChart, ['all-in-one', read('scripts/all-in-one/Dockerfile')] as const];
const good = dockerfiles[0]![1];
const instructions = (text: string, name: string): string[] => stagesOf(text).flat().filter((each) => each.name === name).map((each) => each.text);

describe('the Dockerfiles', () => {
  it.each(dockerfiles)('%s keeps the rules', (_name, text) => {
    expect(problemsOf(text)).toEqual([]);
  });

  it.each([
    ['a base image without a version', (text: string) => text.replace('ARG NODE_VERSION=24.21.0', 'ARG NODE_VERSION=')],
    ['latest', (text: string) => text.replace('FROM scratch', 'FROM node:latest AS other\nFROM scratch')],
    ['the last stage does not end as user 10001:10001', (text: string) => text.replace('USER 10001:10001', 'USER node')],
    ['what is started is no list, so that a shell would be process 1', (text: string) => text.replace(/^CMD .*$/m, 'CMD node dist/main.js')],
    ['a package manager or a shell is process 1', (text: string) => text.replace(/^CMD .*$/m, 'CMD ["npm", "start"]')],
    ['labels are missing', (text: string) => text.replace('image.revision', 'image.rev')],
    ['a HEALTHCHECK, which Kubernetes does not read', (text: string) => `${text}HEALTHCHECK CMD true\n`],
    ['the last stage does not start from nothing', (text: string) => `${text}RUN true\n`],
    ['ADD', (text: string) => text.replace('COPY proto proto', 'ADD proto proto')],
    ['a secret in the environment of the image', (text: string) => text.replace('ENV NODE_ENV', 'ENV DATABASE_URL=x NODE_ENV')],
  ])('%s is found', (problem, spoil) => {
    expect(problemsOf(spoil(good))).toContain(problem);
  });

  it('share the text of their first stages, so that a machine builds these once', () => {
    const first = (text: string): string => /^FROM[^]*?(?=\nFROM common AS build|\nFROM manifests AS build)/m.exec(text)![0];
    const ofServices = ofChart.filter(([name]) => name !== 'web').map(([, text]) => first(text));
    expect(new Set(ofServices).size).toBe(1);
    expect(ofServices[0]!.startsWith(first(ofChart.find(([name]) => name === 'web')![1]).trimEnd())).toBe(true);
  });

  it('name the versions that everybody works with', () => {
    const pnpm = /"@pnpm\/exe.linux-x64@(.+?)"/.exec(read('scripts/bootstrap/tools.json'))![1]!;
    for (const [, text] of dockerfiles) expect(instructions(text, 'ARG')).toEqual(expect.arrayContaining([`NODE_VERSION=${read('.node-version').trim()}`, `PNPM_VERSION=${pnpm}`]));
  });

  it('know the manifest of every package of the workspace', () => {
    const { packages } = parse(read('pnpm-workspace.yaml')) as { packages: string[] };
    const folders = packages.flatMap((name) => (name.endsWith('/*') ? fs.readdirSync(path.join(clone, name.slice(0, -2))).map((each) => `${name.slice(0, -1)}${each}`) : [name]));
    for (const [, text] of dockerfiles) expect(instructions(text, 'COPY')).toEqual(expect.arrayContaining(folders.map((folder) => `${folder}/package.json ${folder}/`)));
  });

  it('see nothing of the clone but what is allowed, and never settings or tests', () => {
    const lines = read('.dockerignore').split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    expect(lines[0]).toBe('*');
    expect(lines).toEqual(expect.arrayContaining(['**/.env*', '**/node_modules', '**/dist', '**/test', '**/e2e']));
    for (const line of lines.filter((each) => each.startsWith('!'))) expect(fs.existsSync(path.join(clone, line.slice(1)))).toBe(true);
  });
});
