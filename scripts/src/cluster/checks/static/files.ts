import fs from 'node:fs';
import path from 'node:path';
import { inRepository, repositoryRoot } from '../../../repository.js';
import { dockerfileOf, imageNames } from '../../images.js';
import { chart } from '../../tools/helm.js';
import { allSucceed, toolCheck } from './tool.js';

/** Files of the clone below a folder, by the end of their name. */
function filesBelow(folder: string, end: string): string[] {
  if (!fs.existsSync(folder)) return [];
  const found = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith(end) && !name.includes('node_modules'));
  return found.map((name) => path.relative(repositoryRoot, path.join(folder, name))).toSorted();
}

export const dockerfilesCheck = toolCheck('0-dockerfiles', 'hadolint finds nothing in the Dockerfiles', ['hadolint'], () =>
  allSucceed([...imageNames.map(dockerfileOf), inRepository('scripts/all-in-one/Dockerfile')].map((file) => ({ program: 'hadolint', args: ['--failure-threshold=warning', file] })), 'Dockerfiles'),
);

export const shellScriptsCheck = toolCheck('0-shell-scripts', 'shellcheck finds nothing in the shell scripts', ['shellcheck'], () =>
  allSucceed(['.ci/run', ...filesBelow(inRepository('scripts'), '.sh'), ...filesBelow(inRepository('k8s'), '.sh')].map((file) => ({ program: 'shellcheck', args: [file] })), 'scripts'),
);

export const alertTestsCheck = toolCheck('0-alert-tests', 'promtool: every alert fires, stays silent and resolves as its test says', ['promtool'], () =>
  allSucceed(filesBelow(path.join(chart, 'tests/promtool'), '.yml').map((file) => ({ program: 'promtool', args: ['test', 'rules', file] })), 'tests of alerts'),
);
