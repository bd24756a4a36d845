import path from 'node:path';
import { chartFolder, templateArguments, waysToInstall } from '../../../chart/golden.js';
import { demand, passed, skipped, type ClusterCheck } from '../../check.js';
import { execute, output } from '../../../terminal/program.js';

const versions = ['1.30', '1.31', '1.32', '1.33', '1.34'];

/** Those that the chart brings for its own tests. */
const ownSchemas = path.join(chartFolder, 'tests/schemas/{{.Group}}/{{.ResourceKind}}_{{.ResourceAPIVersion}}.json');

/** Strictly, custom resources too, by schemas that the test bed has; kubeconform elsewhere fetches them, which a test does not. */
export const schemasCheck: ClusterCheck = {
  name: '0-schemas',
  proves: `every object fits the schemas of Kubernetes ${versions[0]} to ${versions.at(-1)} and of the custom resources`,
  run: async ({ bed }) => {
    if (!bed?.hasTool('kubeconform')) return skipped('kubeconform with its schemas is not installed here');
    const rendered = await Promise.all(waysToInstall.map((way) => output('helm', templateArguments(way))));
    for (const version of versions) {
      const { code, stdout, stderr } = await execute(bed.validator, ['-k', version, '-schema-location', ownSchemas, '-'], { input: rendered.join('\n---\n') });
      demand(code === 0, `Kubernetes ${version}: ${`${stdout}\n${stderr}`.trim().slice(-1200)}`);
    }
    return passed(`${waysToInstall.length} ways to install, ${versions.length} versions`);
  },
};
