import { inRepository } from '../../repository.js';
import { runProgram } from '../../terminal/run-tool.js';
import type { Verb } from '../verb.js';
import { targetOf, type Target } from './environment.js';

/** From outside, by the way people come; staging also gets an account that stays. */
export async function looksAlive({ url, name }: Target): Promise<boolean> {
  const args = ['smoke', '--api', url, '--web', url, ...(name === 'staging' ? ['--sign-up'] : [])];
  const { code } = await runProgram(process.execPath, [inRepository('scripts/dist/crmctl/main.js'), ...args], { show: true });
  return code === 0;
}

export const smoke: Verb = {
  usage: 'staging|production',
  does: 'whether people can work there, seen from outside',
  reads: ['CRM_HOST', 'CRM_URL'],
  run: async ([name]) => ((await looksAlive(targetOf(name, process.env))) ? 0 : 1),
};
