import path from 'node:path';
import { registry, type Images } from '../images.js';
import { Helm } from '../tools/helm.js';
import { fillIn, imageVariables, type Artifact, type HelmRelease, type SkaffoldConfig } from './config.js';
import { inputDigest } from './inputs.js';

/** A little, so that this install finds room beside that of the other checks on a small node. */
const requests = Object.fromEntries(['gateway', 'auth', 'crm', 'crmWorker', 'web'].map((component) => [`${component}.resources.requests.cpu`, '10m']));

/** What `skaffold dev` does after a change, step by step: tag, build what has another tag, install. */
export class SkaffoldLoop {
  private tags: Record<string, string> = {};
  readonly release: HelmRelease;
  private readonly helm: Helm;

  constructor(
    private readonly config: SkaffoldConfig,
    private readonly tree: string,
    private readonly images: Images,
  ) {
    this.release = config.deploy.helm.releases[0]!;
    this.helm = new Helm(this.release.name, this.release.namespace, path.join(tree, this.release.chartPath));
  }

  /** Answers the images that were built. */
  async build(): Promise<string[]> {
    const built: string[] = [];
    for (const artifact of this.config.build.artifacts) {
      const tag = inputDigest(this.tree, artifact.docker.dockerfile);
      if (this.tags[artifact.image] === tag) continue;
      await this.images.make(`${placeOf(artifact)}:${tag}`, path.join(this.tree, artifact.context), path.join(this.tree, artifact.docker.dockerfile));
      this.tags[artifact.image] = tag;
      built.push(artifact.image);
    }
    return built;
  }

  render(): Promise<string> {
    return this.helm.template(this.values());
  }

  async deploy(): Promise<void> {
    await this.helm.upgrade(this.values(), 600);
  }

  private values(): { files: string[]; set: Record<string, string> } {
    const variables = this.config.build.artifacts.map((artifact) => imageVariables(artifact.image, placeOf(artifact), this.tags[artifact.image] ?? ''));
    return {
      files: this.release.valuesFiles.map((file) => path.join(this.tree, file)),
      set: { ...fillIn(this.release.setValueTemplates, Object.assign({}, ...variables) as Record<string, string>), ...requests },
    };
  }
}

/** As with --default-repo. */
const placeOf = ({ image }: Artifact): string => `${registry}/${image}`;
