import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';

interface Edge {
  from: string[];
  to: string[];
  port: number;
  protocols?: string[];
}

const chart = path.resolve(import.meta.dirname, '../../../charts/crm-vision');
const table = parse(fs.readFileSync(path.join(chart, 'network-edges.yaml'), 'utf8')) as { pods: string[]; outside: string[]; edges: Edge[] };
const ways = table.edges.flatMap(({ from, to, port }) => from.flatMap((one) => to.map((other) => `${one} -> ${other}:${port}`)));

/** Names of the components whose pods the templates make. */
function componentsOfTemplates(): string[] {
  const templates = fs.readdirSync(path.join(chart, 'templates'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'));
  const names = templates.flatMap((name) => {
    const text = fs.readFileSync(path.join(chart, 'templates', name), 'utf8');
    return [...text.matchAll(/include "crm-vision.serviceAccount" \(dict "root" \$ "component" "([\w-]+)"/g)].map(([, component]) => component!);
  });
  return [...new Set(names)];
}

describe('the table of network edges', () => {
  it('joins ends that it names, each way once', () => {
    const ends = new Set([...table.pods, ...table.outside]);
    expect(table.edges.flatMap(({ from, to }) => [...from, ...to]).filter((name) => !ends.has(name))).toEqual([]);
    expect(ways.filter((way, index) => ways.indexOf(way) !== index)).toEqual([]);
  });

  it('knows every pod of the chart', () => {
    expect(componentsOfTemplates().filter((name) => !table.pods.includes(name))).toEqual([]);
  });

  it('lets nothing outside reach data or services, and the edge reach what it shows alone', () => {
    expect(ways.filter((way) => way.startsWith('edge ')).sort()).toEqual(['edge -> gateway:8080', 'edge -> web:8080']);
    const guarded = ['postgresql', 'redis', 'auth', 'crm'];
    const intruders = ways.filter((way) => table.outside.some((name) => way.startsWith(`${name} -> `)) && guarded.some((name) => way.includes(`-> ${name}:`)) && !way.startsWith('monitoring -> '));
    expect(intruders).toEqual([]);
  });

  it('lets the gateway and the web server nowhere near the database', () => {
    expect(ways.filter((way) => /^(gateway|web|test) -> postgresql/.test(way))).toEqual([]);
    expect(ways.filter((way) => /^(web|redis|postgresql) -> /.test(way))).toEqual([]);
  });
});
