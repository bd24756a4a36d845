import { pathToFileURL } from 'node:url';
import { inRepository } from '../repository.js';

type Headers = Record<string, string>;

/** Why each of them is there. A header without a reason is a mistake in this table. */
const reasons: Readonly<Record<string, string>> = {
  'Content-Security-Policy': 'programs, styles and connections from this origin alone, nothing inline, no frames: what gets into a page does not run',
  'Cross-Origin-Opener-Policy': 'a page that this one opens, or that opened it, has no hold on it',
  'Cross-Origin-Resource-Policy': 'other sites cannot take in what is served here',
  'Origin-Agent-Cluster': 'a process of its own in the browser',
  'Permissions-Policy': 'no camera, place, payment and so on, also for what is taken in',
  'Referrer-Policy': 'other sites do not learn which page a link was on',
  'Strict-Transport-Security': 'for a year this host is asked over TLS alone; not sent without HTTPS',
  'X-Content-Type-Options': 'a file is what its type says',
  'X-DNS-Prefetch-Control': 'names on a page are not looked up before somebody asks',
  'X-Download-Options': 'old browsers do not open what was downloaded in the place of the site',
  'X-Frame-Options': 'no frame of another site, for browsers that do not know the policy',
  'X-Permitted-Cross-Domain-Policies': 'no policy files of plug-ins',
  'X-XSS-Protection': 'off: the filter of old browsers made holes of its own',
};

/** docs/security/headers.md, from the code that sets them; the tests of the gateway and of the web image hold both to it. */
export async function headersPage(): Promise<string> {
  const file = pathToFileURL(inRepository('services/gateway/dist/http/security-headers.js')).href;
  const { securityHeaderValues } = (await import(file)) as { securityHeaderValues: (https: boolean) => Headers };
  const values = securityHeaderValues(true);
  const rows = Object.entries(values).toSorted(([a], [b]) => a.localeCompare(b, 'en')).map(([name, value]) => {
    const reason = reasons[name];
    if (reason === undefined) throw new Error(`${name} has no reason in scripts/src/docs/headers-page.ts.`);
    return `| \`${name}\` | \`${value}\` | ${reason} |`;
  });
  return `# Headers of every answer

<!-- Generated from services/gateway/src/http/security-headers.ts by \`npm run generate\`; change them there. -->

The gateway and the web server put these on everything, errors and files included. Behind HTTPS:

| header | value | why |
|---|---|---|
${rows.join('\n')}
`;
}
