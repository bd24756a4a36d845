import { demand, passed, type ClusterCheck } from '../check.js';
import { podsOf, type Pod } from '../tools/pods.js';
import type { Stage } from '../stage.js';

/** What the API server would complain about if it enforced the strictest level on what runs now. */
export const podSecurityCheck: ClusterCheck = {
  name: '4-pod-security',
  proves: 'every pod meets the restricted level of pod security, and none has a token of the API server',
  run: async (stage) => {
    await stage.installed();
    const label = 'pod-security.kubernetes.io/enforce=restricted';
    const { code, stderr } = await stage.kubectl.attempt(['label', '--dry-run=server', '--overwrite', 'namespace', stage.kubectl.namespace, label]);
    demand(code === 0 && !stderr.includes('Warning'), stderr.trim());
    const pods = await podsOf(stage.kubectl);
    const withToken = pods.filter(hasToken).map(({ metadata }) => metadata.name);
    demand(withToken.length === 0, `A token is mounted in ${withToken.join(', ')}`);
    return passed(`${pods.length} pods, no warning, no token`);
  },
};

const hasToken = ({ spec }: Pod): boolean =>
  spec.automountServiceAccountToken !== false || (spec.volumes ?? []).some(({ projected }) => projected?.sources.some(({ serviceAccountToken }) => serviceAccountToken));

/** Where a container may write is said by its volumes alone. */
async function writesToRoot(stage: Stage, pod: Pod, container: string): Promise<string | null> {
  const { code, stdout, stderr } = await stage.kubectl.attempt(['exec', pod.metadata.name, '-c', container, '--', 'touch', '/written-by-the-suite']);
  const said = `${stdout}${stderr}`;
  // An image without such a program cannot write by it either: the setting was checked already.
  if (code !== 0 && /read-only file system|executable file not found|no such file/i.test(said)) return null;
  return `${pod.metadata.name}/${container}: ${code === 0 ? 'it was written' : said.trim()}`;
}

export const readOnlyCheck: ClusterCheck = {
  name: '4-read-only-root',
  proves: 'no container writes to its root file system',
  run: async (stage) => {
    await stage.installed();
    const pods = await podsOf(stage.kubectl);
    const open = pods.flatMap(({ metadata, spec }) => [...spec.containers, ...(spec.initContainers ?? [])].filter(({ securityContext }) => securityContext?.readOnlyRootFilesystem !== true).map(({ name }) => `${metadata.name}/${name}`));
    demand(open.length === 0, `Writable: ${open.join(', ')}`);
    const found = await Promise.all(pods.flatMap((pod) => pod.spec.containers.map(({ name }) => writesToRoot(stage, pod, name))));
    const bad = found.filter((each) => each !== null);
    demand(bad.length === 0, bad.join('; '));
    return passed(`${found.length} containers tried`);
  },
};
