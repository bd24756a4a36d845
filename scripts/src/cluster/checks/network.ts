import { demand, passed, type ClusterCheck } from '../check.js';
import { attempts, probePod } from '../network/probes.js';
import { askNames, podPorts, readTable, waysOf, type NetworkTable, type Way } from '../network/table.js';
import { release, type Stage } from '../stage.js';
import { Kubectl } from '../tools/kubectl.js';
import type { Pod } from '../tools/pods.js';

const stranger = 'stranger';
const strangerNamespace = 'crm-suite-stranger';
const patience = 2000;

interface Caller {
  name: string;
  kubectl: Kubectl;
}

const probeName = (component: string): string => `probe-${component}`;

/** One caller of each kind of pod, one of a namespace that the table does not know, and one of each outside namespace that is there. */
async function callersOf(stage: Stage, { pods }: NetworkTable): Promise<Caller[]> {
  const { stdout } = await stage.kubectl.attempt(['get', 'namespaces', '-o', 'name']);
  const outside = Object.entries({ edge: 'ingress-nginx', monitoring: 'monitoring' }).filter(([, namespace]) => stdout.includes(`namespace/${namespace}\n`));
  return [
    ...pods.map((name) => ({ name, kubectl: stage.kubectl })),
    ...outside.map(([name, namespace]) => ({ name, kubectl: new Kubectl(namespace) })),
    { name: stranger, kubectl: new Kubectl(strangerNamespace) },
  ];
}

async function place(stage: Stage, table: NetworkTable, callers: readonly Caller[]): Promise<Map<string, string>> {
  await stage.kubectl.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: strangerNamespace } });
  for (const { name, kubectl } of callers) {
    const labels: Record<string, string> = table.pods.includes(name) ? { 'app.kubernetes.io/name': 'crm-vision', 'app.kubernetes.io/instance': release, 'app.kubernetes.io/component': name } : {};
    await kubectl.apply(probePod(probeName(name), labels, podPorts(table)));
  }
  const addresses = new Map<string, string>();
  for (const { name, kubectl } of callers) {
    await kubectl.wait('jsonpath={.status.phase}=Running', `pod/${probeName(name)}`, 90);
    addresses.set(name, (await kubectl.get<Pod>('pod', probeName(name))).status.podIP ?? '');
  }
  return addresses;
}

async function tryAll(table: NetworkTable, { name, kubectl }: Caller, addresses: ReadonlyMap<string, string>, ways: readonly Way[]): Promise<string[]> {
  const own = ways.filter(({ from, to }) => from === name && to !== name);
  const targets = own.map(({ to, port }) => ({ host: addresses.get(to)!, port }));
  const script = attempts(targets, 'kubernetes.default.svc.cluster.local.', patience);
  const reached = new Set(JSON.parse(await kubectl.run(['exec', probeName(name), '--', 'node', '-e', script])) as string[]);
  const wrong = own.filter(({ to, port, allowed }) => reached.has(`${addresses.get(to)}:${port}`) !== allowed).map(({ to, port, allowed }) => `${name} -> ${to}:${port} is ${allowed ? 'shut' : 'open'}`);
  if (table.pods.includes(name) && reached.has('dns') !== askNames(table, name)) wrong.push(`${name} -> dns is ${reached.has('dns') ? 'open' : 'shut'}`);
  return wrong;
}

async function remove(callers: readonly Caller[]): Promise<void> {
  await Promise.all(callers.map(({ name, kubectl }) => kubectl.attempt(['delete', 'pod', probeName(name), '--ignore-not-found', '--wait=false'])));
  await callers.at(-1)!.kubectl.attempt(['delete', 'namespace', strangerNamespace, '--wait=false', '--ignore-not-found']);
}

export const networkCheck: ClusterCheck = {
  name: '4-network',
  proves: 'every way of the table of network edges is open, and every other way between all kinds of pods and from strangers is shut',
  run: async (stage) => {
    await stage.installed();
    const table = readTable();
    const callers = await callersOf(stage, table);
    const ways = waysOf(table, callers.map(({ name }) => name), podPorts(table)).filter(({ from, to }) => from !== to);
    try {
      const addresses = await place(stage, table, callers);
      const wrong = (await Promise.all(callers.map((caller) => tryAll(table, caller, addresses, ways)))).flat();
      demand(wrong.length === 0, `${wrong.length} of ${ways.length} ways: ${wrong.slice(0, 12).join('; ')}`);
      return passed(`${ways.length} ways tried, ${ways.filter(({ allowed }) => allowed).length} open, the others shut; names asked by those alone who may`);
    } finally {
      await remove(callers);
    }
  },
};
