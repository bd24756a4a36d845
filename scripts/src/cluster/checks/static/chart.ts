import fs from 'node:fs';
import { chartFolder, environments, goldenFile, templateArguments, waysToInstall, type WayToInstall } from '../../../chart/golden.js';
import { demand, passed } from '../../check.js';
import { execute, output } from '../../../terminal/program.js';
import { allSucceed, toolCheck } from './tool.js';

/** lint takes the same files, but installs nowhere. */
const filesOf = (way: WayToInstall): string[] => {
  const args = templateArguments(way);
  return args.slice(args.indexOf('--kube-version'));
};

export const lintCheck = toolCheck('0-lint', 'helm lint --strict of every way to install', ['helm'], () =>
  allSucceed(waysToInstall.map((way) => ({ program: 'helm', args: ['lint', '--strict', chartFolder, ...filesOf(way)] })), 'ways to install'),
);

export const goldenCheck = toolCheck('0-golden', 'every environment renders to what stands in golden/', ['helm'], async () => {
  const different: string[] = [];
  for (const environment of environments) {
    const rendered = await output('helm', templateArguments(environment));
    if (rendered !== fs.readFileSync(goldenFile(environment), 'utf8')) different.push(environment);
  }
  demand(different.length === 0, `${different.join(', ')} renders to something else: look at it, then make golden/ anew.`);
  return passed(`${environments.length} environments`);
});

export const bothHelmsCheck = toolCheck('0-both-helms', 'Helm 3 and Helm 4 render the same', ['helm', 'helm3'], async () => {
  for (const way of waysToInstall) {
    const [four, three] = await Promise.all([output('helm', templateArguments(way)), output('helm3', templateArguments(way))]);
    demand(sorted(four) === sorted(three), `${way} differs.`);
  }
  return passed(`${waysToInstall.length} ways to install`);
});

/** The two order the objects of one kind differently, and end them with another number of empty lines. */
const sorted = (text: string): string => text.split(/^---\n/m).map((object) => object.trim()).toSorted().join('\n---\n');

export const unitTestsCheck = toolCheck('0-unit-tests', 'helm-unittest: the tests of the templates', ['untt'], async () => {
  const { code, stdout, stderr } = await execute('untt', ['--color=false', '-f', 'tests/unit/*_test.yaml', chartFolder]);
  demand(code === 0, `${stdout}\n${stderr}`.trim().slice(-2000));
  return passed(/^Tests: +(.*)$/m.exec(stdout)?.[1] ?? '');
});

/**
 * What it asks for and we do otherwise: an image named by its digest need not be asked for again; a file server is well as soon as it
 * lives; and it misses pods that the operator of the database, or a person who restores, makes.
 */
const ignored = ['container-image-pull-policy', 'pod-probes-identical', 'networkpolicy-targets-pod'];
const scoreOptions = [...ignored.flatMap((test) => ['--ignore-test', test]), '--output-format', 'ci'];

export const scoreCheck = toolCheck('0-kube-score', 'kube-score has nothing critical to say of production', ['helm', 'kube-score'], async () => {
  const rendered = await output('helm', templateArguments('production'));
  const { stdout } = await execute('kube-score', ['score', ...scoreOptions, '-'], { input: rendered });
  const critical = stdout.split('\n').filter((line) => line.startsWith('[CRITICAL]'));
  demand(critical.length === 0, critical.join('; ').slice(0, 1500));
  return passed(`${stdout.split('\n').filter((line) => line.startsWith('[OK]')).length} findings, all well`);
});
