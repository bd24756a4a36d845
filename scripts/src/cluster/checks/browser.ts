import { inRepository } from '../../repository.js';
import { runTool } from '../../terminal/run-tool.js';
import { demand, passed, skipped, type ClusterCheck } from '../check.js';
import { tunnelTo } from '../http/tunnel.js';

/** The first journey of web/e2e, in a real browser that comes through the edge. */
export const browserCheck: ClusterCheck = {
  name: '1-browser',
  proves: 'a person signs up and works in a browser, through the edge',
  run: async (stage) => {
    await stage.installed();
    const address = await stage.edge();
    if (!address?.connect) return skipped('no edge here');
    const tunnel = await tunnelTo(address);
    try {
      const args = ['playwright', 'test', '1-first-run', '--project=1280-light', '--grep', 'signs up', '--reporter=list'];
      const { code, output } = await runTool(args, { cwd: inRepository('web'), env: { E2E_URL: address.origin, E2E_PROXY: tunnel.url } });
      demand(code === 0, output.trim().slice(-1500));
      return passed(/(\d+ passed.*)/.exec(output)?.[1] ?? '');
    } finally {
      tunnel.close();
    }
  },
};
