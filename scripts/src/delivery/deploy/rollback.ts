import { PlainError } from '../../terminal/plain-error.js';
import type { Verb } from '../verb.js';
import { targetOf } from './environment.js';
import { revisionBefore, rollBack } from './helm.js';
import { withKubeconfig } from './kubeconfig.js';
import { looksAlive } from './smoke.js';

export const rollback: Verb = {
  usage: 'staging|production [REVISION]',
  does: 'back to what was live before, or to a revision of helm history; the database stays, since the code before works on it',
  reads: ['CRM_HOST', 'NAMESPACE', 'HELM_RELEASE'],
  run: async ([name, said]) => {
    const target = targetOf(name, process.env);
    if (said !== undefined && !/^[1-9]\d{0,8}$/.test(said)) throw new PlainError(`A revision is a number of helm history, and not "${said}".`);
    const revision = await withKubeconfig(async () => {
      const wanted = said === undefined ? await revisionBefore(target) : Number(said);
      if (wanted !== null) await rollBack(target, wanted);
      return wanted;
    });
    if (revision === null) throw new PlainError(`Nothing was live in ${target.namespace} before: there is nothing to go back to.`);
    process.stdout.write(`${target.name} is back at revision ${revision}\n`);
    return (await looksAlive(target)) ? 0 : 1;
  },
};
