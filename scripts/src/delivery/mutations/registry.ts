import http from 'node:http';
import type { AddressInfo } from 'node:net';

const known = [{ id: 1179, url: 'https://github.com/advisories/GHSA-xvch-5gv4-984h', title: 'Prototype pollution in minimist', severity: 'critical', vulnerable_versions: '<0.2.4', cwe: [], cvss: { score: 9.8, vectorString: null } }];

export interface Registry {
  url: string;
  stop(): void;
}

/** Answers the one question of `pnpm audit`, and knows one weakness, so that the answer does not hang on what became known this morning. Everything else it does not have. */
export async function startRegistry(): Promise<Registry> {
  const server = http.createServer((request, response) => {
    let text = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (text += chunk)).on('end', () => {
      if (!request.url?.includes('/security/advisories')) return void response.writeHead(404).end();
      const asked = JSON.parse(text) as Record<string, string[] | undefined>;
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(asked['minimist']?.includes('0.0.8') ? { minimist: known } : {}));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, stop: () => server.close() };
}
