/**
 * What shows that a row holds:
 * `jest FILE`, a file of tests; `check NAME`, of the suites static and delivery; `cluster NAME`, of the suites chart and test:cluster;
 * `delivery VERB`; `github WHAT`, which only GitHub can show.
 */
export type Proof = `${'jest' | 'check' | 'cluster' | 'delivery' | 'github'} ${string}`;

/** An item of the audit that this system is built from, and what has to be green for it. */
export interface Row {
  item: string;
  proofs: readonly Proof[];
}

export interface Section {
  number: string;
  title: string;
  rows: readonly Row[];
}

export const row = (item: string, ...proofs: Proof[]): Row => ({ item, proofs });

const suites: readonly (readonly [string, string])[] = [
  ['scripts/test/faults/', 'faults'],
  ['scripts/test/migrations/', 'migrations'],
  ['scripts/', 'scripts'],
  ['services/common/', 'common'],
  ['services/auth/', 'auth'],
  ['services/crm/', 'crm'],
  ['services/gateway/', 'gateway'],
  ['web/e2e/', 'browser'],
  ['web/', 'web'],
];

/** What somebody types to get the evidence. */
export function commandFor(proof: Proof): string {
  const [kind = '', ...rest] = proof.split(' ');
  const name = rest.join(' ');
  if (kind === 'jest') return `npm test -- ${suites.find(([folder]) => name.startsWith(folder))?.[1] ?? ''}`;
  if (kind === 'check') return name.includes('.yml: ') || name.startsWith('workflows') ? 'npm test -- delivery' : 'npm test -- static';
  if (kind === 'cluster') return /^(0-|7-render)/.test(name) ? 'npm test -- chart' : `npm run test:cluster -- ${name}`;
  return kind === 'delivery' ? `npm run delivery -- ${name}` : 'a run on GitHub';
}
