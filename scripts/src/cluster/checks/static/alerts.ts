import fs from 'node:fs';
import { parse } from 'yaml';
import { inRepository } from '../../../repository.js';
import { allSucceed, toolCheck } from './tool.js';

interface Route {
  labels: string[];
  receiver: string;
}

const config = inRepository('k8s/kube-prometheus-stack/alertmanager.yaml');

export const routesCheck = toolCheck('0-alert-routes', 'amtool: each kind of alert reaches the receiver that it should', ['amtool'], () => {
  const routes = parse(fs.readFileSync(inRepository('k8s/kube-prometheus-stack/routes.yaml'), 'utf8')) as Route[];
  const each = routes.map(({ labels, receiver }) => ({ program: 'amtool', args: ['config', 'routes', 'test', `--config.file=${config}`, `--verify.receivers=${receiver}`, ...labels] }));
  return allSucceed([{ program: 'amtool', args: ['check-config', config] }, ...each], 'calls');
});
