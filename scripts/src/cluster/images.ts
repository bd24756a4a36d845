import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { inRepository } from '../repository.js';
import { PlainError } from '../terminal/plain-error.js';
import type { TestBed } from './test-bed.js';
import { output } from '../terminal/program.js';

/** Image -> its Dockerfile. */
const dockerfiles = {
  gateway: 'services/gateway/Dockerfile',
  auth: 'services/auth/Dockerfile',
  crm: 'services/crm/Dockerfile',
  web: 'web/Dockerfile',
  ops: 'scripts/Dockerfile',
} as const;

export type ImageName = keyof typeof dockerfiles;

export const imageNames = Object.keys(dockerfiles) as ImageName[];

export const dockerfileOf = (name: ImageName): string => inRepository(dockerfiles[name]);

export const registry = 'crm-vision.test';

/** The tag of the working tree's images; what follows them is made from them. */
export const firstTag = 'suite-1';

/**
 * Builds images and brings them to the cluster: by the test bed, or by the command of CLUSTER_BUILD, in which {image}, {file}
 * and {context} are filled in, such as `docker build -t {image} -f {file} {context} && kind load docker-image {image}`.
 */
export class Images {
  private made: Promise<void> | undefined;

  constructor(private readonly bed: TestBed | null) {}

  /** All five, once, from the working tree. */
  build(): Promise<void> {
    this.made ??= this.buildAll();
    return this.made;
  }

  /** An image that differs from the first one by these lines of a Dockerfile, and by these files. */
  async derive(name: ImageName, tag: string, lines: readonly string[], files: Readonly<Record<string, string>> = {}): Promise<void> {
    await this.build();
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'crm-vision-image-'));
    try {
      for (const [file, content] of Object.entries(files)) {
        fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
        fs.writeFileSync(path.join(folder, file), content);
      }
      fs.writeFileSync(path.join(folder, 'Dockerfile'), [`FROM ${registry}/${name}:${firstTag}`, ...lines, ''].join('\n'));
      await this.make(`${registry}/${name}:${tag}`, folder, path.join(folder, 'Dockerfile'));
    } finally {
      fs.rmSync(folder, { recursive: true, force: true });
    }
  }

  private async buildAll(): Promise<void> {
    for (const name of imageNames) await this.make(`${registry}/${name}:${firstTag}`, inRepository(), dockerfileOf(name));
  }

  /** What a render of the chart names beside our own images. */
  async fetchPublic(rendered: string): Promise<void> {
    const named = [...rendered.matchAll(/^\s*image: "?([^\s"]+)"?$/gm)].map(([, image]) => image!);
    const others = [...new Set(named)].filter((image) => !image.startsWith(`${registry}/`));
    if (this.bed && others.length > 0) await this.bed.standIn(others);
  }

  async make(image: string, context: string, file: string): Promise<void> {
    if (this.bed) return this.bed.build(image, context, file);
    const command = process.env['CLUSTER_BUILD'];
    if (!command) throw new PlainError('CLUSTER_BUILD has to say how an image gets to the cluster: see docs/operations/cluster-tests.md.');
    const filled = command.replaceAll('{image}', image).replaceAll('{context}', context).replaceAll('{file}', file);
    await output('sh', ['-c', filled], { timeout: 900_000 });
  }
}
