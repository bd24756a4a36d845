import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** A pipeline has the way to its cluster as a secret's text: while this works, it is a file that only this user reads. */
export async function withKubeconfig<T>(work: () => Promise<T>): Promise<T> {
  const text = process.env['KUBECONFIG_TEXT'];
  delete process.env['KUBECONFIG_TEXT'];
  if (!text) return work();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'crm-vision-kubeconfig-'));
  try {
    process.env['KUBECONFIG'] = path.join(folder, 'config');
    fs.writeFileSync(process.env['KUBECONFIG'], text, { mode: 0o600 });
    return await work();
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
