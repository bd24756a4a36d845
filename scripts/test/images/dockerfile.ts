/** One instruction, with its continued lines joined. */
export interface Instruction {
  name: string;
  text: string;
}

/** The instructions of each stage, and those before the first. */
export function stagesOf(dockerfile: string): Instruction[][] {
  const joined = dockerfile.replaceAll(/^#.*\n/gm, '').replaceAll(/\\\n/g, ' ');
  const stages: Instruction[][] = [[]];
  for (const [, name, text] of joined.matchAll(/^([A-Z]+) +(.*)$/gm)) {
    if (name === 'FROM') stages.push([]);
    stages.at(-1)!.push({ name: name!, text: text!.trim().replaceAll(/ +/g, ' ') });
  }
  return stages;
}

const labels = ['title', 'licenses', 'source', 'revision', 'version', 'created'].map((name) => `org.opencontainers.image.${name}=`);

/** What is wrong with a Dockerfile, in words. */
export function problemsOf(dockerfile: string): string[] {
  const stages = stagesOf(dockerfile);
  const last = stages.at(-1)!;
  const textOf = (name: string): string => last.filter((each) => each.name === name).at(-1)?.text ?? '';
  const start = textOf('ENTRYPOINT') || textOf('CMD');
  const rules: [bad: boolean, problem: string][] = [
    [basesOf(stages).some((base) => !/:\d|^scratch$/.test(base)), 'a base image without a version'],
    [/:latest\b/.test(dockerfile), 'latest'],
    [textOf('USER') !== '10001:10001', 'the last stage does not end as user 10001:10001'],
    [!/^\[".+"\]$/.test(start), 'what is started is no list, so that a shell would be process 1'],
    [/^\["(npm|npx|pnpm|sh)"/.test(start), 'a package manager or a shell is process 1'],
    [labels.some((label) => !textOf('LABEL').includes(label)), 'labels are missing'],
    [/^HEALTHCHECK/m.test(dockerfile), 'a HEALTHCHECK, which Kubernetes does not read'],
    [last[0]?.text !== 'scratch' || last.some(({ name }) => name === 'RUN'), 'the last stage does not start from nothing'],
    [stages.flat().some(({ name }) => name === 'ADD'), 'ADD'],
    [stages.flat().some(({ name, text }) => name === 'ENV' && /(SECRET|PASSWORD|TOKEN|_KEY|DATABASE_URL)/.test(text)), 'a secret in the environment of the image'],
  ];
  return rules.filter(([bad]) => bad).map(([, problem]) => problem);
}

/** Base images that are not stages, with the defaults of their arguments filled in. */
function basesOf(stages: Instruction[][]): string[] {
  const defaults = Object.fromEntries(stages[0]!.filter(({ name }) => name === 'ARG').map(({ text }) => text.split('=') as [string, string]));
  const froms = stages.slice(1).map((stage) => stage[0]!.text.replace(/^--platform=\S+ /, ''));
  const names = new Set(froms.map((from) => / AS (\S+)$/.exec(from)?.[1]));
  return froms.map((from) => from.split(' ')[0]!.replaceAll(/\$\{(\w+)\}/g, (_whole, name: string) => defaults[name] ?? '')).filter((base) => !names.has(base));
}
