import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { securityHeaderValues } from '../src/http/security-headers.js';

const conf = readFileSync(new URL('../../../web/nginx/security-headers.conf', import.meta.url), 'utf8');

/** What nginx makes of the file: `map` of the forwarded protocol, `add_header`, and no header whose value is empty. */
function ofWeb(protocol: string): Record<string, string> {
  const variables = [...conf.matchAll(/map \$http_x_forwarded_proto \$(\w+) \{([^}]*)\}/g)].map(([, name, body]) => {
    const cases = Object.fromEntries([...body!.matchAll(/(\w+)\s+"([^"]*)";/g)].map(([, key, value]) => [key!, value!]));
    return [name!, cases[protocol] ?? cases['default'] ?? ''] as const;
  });
  const fill = (value: string): string => variables.reduce((text, [name, content]) => text.replaceAll(`$${name}`, content), value);
  const headers = [...conf.matchAll(/^add_header (\S+) (?:"([^"]*)"|(\S+)) always;$/gm)].map(([, name, quoted, bare]) => [name!, fill(quoted ?? bare ?? '')] as const);
  return Object.fromEntries(headers.filter(([, value]) => value !== ''));
}

describe('the headers of the web image', () => {
  it('are those of the gateway behind HTTPS', () => {
    expect(ofWeb('https')).toEqual(securityHeaderValues(true));
  });

  it('are those of the gateway without HTTPS', () => {
    expect(ofWeb('http')).toEqual(securityHeaderValues(false));
  });

  it('go with every status', () => {
    expect(conf.match(/^add_header /gm)).toHaveLength(conf.match(/ always;$/gm)!.length);
  });
});
