import { goodEnvironments, readBadValues, type BadValues, type ServiceName } from '../../chart/bad-values.js';
import { chartFolder, templateArguments } from '../../chart/golden.js';
import { demand, passed, type ClusterCheck } from '../check.js';
import { firstTag, registry } from '../images.js';
import type { Stage } from '../stage.js';
import { execute } from '../../terminal/program.js';
import { writeValues } from '../values.js';
import { toolCheck } from './static/tool.js';

const render = (values: object) => execute('helm', [...templateArguments('production'), '-f', writeValues(values)]);

export const badValuesCheck = toolCheck('7-render', 'every bad value is refused at render with the sentence that says why', ['helm'], async () => {
  demand((await render({})).code === 0, `${chartFolder} does not render with good values.`);
  const cases = readBadValues();
  const wrong: string[] = [];
  for (const { name, says, values } of cases) {
    const { code, stderr } = await render(values);
    if (code === 0) wrong.push(`${name} renders`);
    else if (!stderr.includes(says)) wrong.push(`${name} says: ${stderr.trim().slice(-200)}`);
  }
  demand(wrong.length === 0, wrong.join('; '));
  return passed(`${cases.length} refused, each with its sentence`);
});

const programs: Record<ServiceName, { image: 'auth' | 'crm' | 'gateway'; file: string }> = {
  auth: { image: 'auth', file: 'dist/main.js' },
  crm: { image: 'crm', file: 'dist/main.js' },
  'crm-worker': { image: 'crm', file: 'dist/worker.js' },
  gateway: { image: 'gateway', file: 'dist/main.js' },
};

interface Start {
  name: string;
  code: number;
  said: string;
}

/** Starts the service of an image once for each environment, inside the cluster, and tells how each start ended. */
async function starts(stage: Stage, service: ServiceName, cases: readonly BadValues[]): Promise<Start[]> {
  const { image, file } = programs[service];
  const environments = cases.map(({ name, start }) => ({ name, env: { ...goodEnvironments[service], ...start!.env } }));
  const script = `const { spawnSync } = require('child_process');
console.log('RESULT ' + JSON.stringify(${JSON.stringify(environments)}.map(({ name, env }) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [${JSON.stringify(file)}], { env: { PATH: process.env.PATH, ...env }, timeout: 20000 });
  return { name, code: status, said: String(stdout) + String(stderr) };
})));`;
  const pod = `bad-starts-${service}`;
  const overrides = podOf(pod, `${registry}/${image}:${firstTag}`, ['node', '-e', script]);
  await stage.kubectl.attempt(['delete', 'pod', pod, '--ignore-not-found']);
  await stage.kubectl.apply(overrides);
  await stage.kubectl.wait('jsonpath={.status.phase}=Succeeded', `pod/${pod}`, 180);
  const log = await stage.kubectl.run(['logs', pod]);
  await stage.kubectl.attempt(['delete', 'pod', pod, '--wait=false']);
  return JSON.parse(/^RESULT (.*)$/m.exec(log)?.[1] ?? '[]') as Start[];
}

function podOf(name: string, image: string, command: readonly string[]): object {
  const securityContext = { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } };
  const resources = { requests: { cpu: '50m', memory: '64Mi' }, limits: { cpu: '1', memory: '384Mi' } };
  return {
    apiVersion: 'v1', kind: 'Pod', metadata: { name },
    spec: {
      restartPolicy: 'Never', automountServiceAccountToken: false, enableServiceLinks: false,
      securityContext: { runAsNonRoot: true, runAsUser: 10001, runAsGroup: 10001, seccompProfile: { type: 'RuntimeDefault' } },
      containers: [{ name: 'start', image, command, securityContext, resources }],
    },
  };
}

export const badStartsCheck: ClusterCheck = {
  name: '7-start',
  proves: 'the same values in the environment of a service end its start with exit code 78 and the sentence, and no secret is printed',
  run: async (stage) => {
    await stage.installed();
    const cases = readBadValues().filter(({ start }) => start !== undefined);
    const wrong: string[] = [];
    for (const service of Object.keys(programs) as ServiceName[]) {
      const own = cases.filter(({ start }) => start!.service === service);
      const ended = own.length === 0 ? [] : await starts(stage, service, own);
      for (const { name, says, start } of own) {
        const { code, said } = ended.find((each) => each.name === name) ?? { code: -1, said: 'nothing' };
        if (code !== 78 || !said.includes(start!.says ?? says)) wrong.push(`${name} ended with ${code}: ${said.trim().slice(-200)}`);
      }
    }
    demand(wrong.length === 0, wrong.join('; '));
    return passed(`${cases.length} starts ended with 78, each with its sentence`);
  },
};
