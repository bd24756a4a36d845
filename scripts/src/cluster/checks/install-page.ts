import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { shellBlocks } from '../../docs/shell-blocks.js';
import { inRepository } from '../../repository.js';
import { demand, passed, type ClusterCheck } from '../check.js';
import { execute } from '../../terminal/program.js';
import { pageValues, writeValues } from '../values.js';

const page = 'docs/deploy/kubernetes.md';
/** The page's namespaces, and what stands in for them: the page's own ones may be in use. */
const namespaces = { 'crm-dev': 'crm-suite-dev', 'crm-staging': 'crm-suite-staging' };
/** A server of the reader's own: that block is for what is no part of the cluster. */
const elsewhere = 'db.example.com';

export const installPageCheck: ClusterCheck = {
  name: '8-install-page',
  proves: `every block of ${page} does what it says: a try-out, an installation with Secrets of its own, a change, a rollback, the end`,
  run: async (stage) => {
    await stage.images.build();
    const values = writeValues(pageValues());
    const blocks = shellBlocks(page).filter((block) => !block.includes(elsewhere));
    try {
      for (const block of blocks) {
        const { code, stdout, stderr } = await execute('sh', ['-euc', `${helmWith(values)}\n${renamed(block)}`], { timeout: 1_300_000 });
        demand(code === 0, `"${block.split('\n')[0]!} ..." ended with ${code}: ${`${stdout}\n${stderr}`.trim().slice(-800)}`);
        // The try-out makes room.
        if (block.includes('values-dev.yaml')) await remove(stage, 'crm-dev');
      }
    } finally {
      await Promise.all(Object.keys(namespaces).map((name) => remove(stage, name as keyof typeof namespaces)));
    }
    return passed(`${blocks.length} blocks`);
  },
};

const remove = (stage: Parameters<ClusterCheck['run']>[0], name: keyof typeof namespaces) =>
  stage.kubectl.attempt(['delete', 'namespace', namespaces[name], '--ignore-not-found', '--timeout=180s'], { timeout: 200_000 });

/** The reader's images come from a registry; here they are in the cluster already, and the node is small. */
function helmWith(values: string): string {
  return `helm() { case "$1" in upgrade) command helm "$@" -f ${values};; *) command helm "$@";; esac; }`;
}

/** The block in namespaces of our own; manifests that make them are copied under the other name. */
function renamed(block: string): string {
  const copied = block.replace(/k8s\/namespaces\/[a-z-]+\.yaml/g, (file) => {
    const copy = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'crm-vision-page-')), path.basename(file));
    fs.writeFileSync(copy, withOurNames(fs.readFileSync(inRepository(file), 'utf8')));
    return copy;
  });
  return withOurNames(copied);
}

function withOurNames(text: string): string {
  return Object.entries(namespaces).reduce((changed, [name, ours]) => changed.replaceAll(name, ours), text);
}
