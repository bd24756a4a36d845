import { describe, expect, it } from '@jest/globals';
import { outputOf, runInstalled } from '../../src/delivery/tools/run-installed.js';

describe('a program of others', () => {
  it('that is missing is named, with where it comes from', async () => {
    const before = process.env['PATH'];
    process.env['PATH'] = '/nowhere';
    try {
      await expect(runInstalled('trivy', [])).rejects.toThrow('trivy is not installed: see https://trivy.dev');
    } finally {
      process.env['PATH'] = before;
    }
  });

  it('that ends with 127 by itself is not called missing: osv-scanner does so without its database', async () => {
    expect(await runInstalled('sh', ['-c', 'echo no database >&2; exit 127'])).toMatchObject({ code: 127, stderr: 'no database\n' });
    await expect(outputOf('sh', ['-c', 'echo no database >&2; exit 127'])).rejects.toThrow('ended with 127: no database');
  });
});
