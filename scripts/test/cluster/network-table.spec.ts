import { describe, expect, it } from '@jest/globals';
import { askNames, podPorts, readTable, waysOf } from '../../src/cluster/network/table.js';

const table = { pods: ['gateway', 'auth', 'redis'], outside: ['edge', 'dns'], edges: [{ from: ['edge'], to: ['gateway'], port: 8080 }, { from: ['gateway'], to: ['auth'], port: 50051 }, { from: ['gateway'], to: ['dns'], port: 53 }] };

describe('the ways that are tried', () => {
  it('are all pairs on all ports of pods, and open where the table says so', () => {
    const ways = waysOf(table, ['gateway', 'edge', 'stranger'], podPorts(table));
    expect(ways).toHaveLength(3 * 3 * 2);
    expect(ways.filter(({ allowed }) => allowed).map(({ from, to, port }) => `${from} -> ${to}:${port}`)).toEqual(['gateway -> auth:50051', 'edge -> gateway:8080']);
    expect(ways.some(({ from, allowed }) => from === 'stranger' && allowed)).toBe(false);
  });

  it('know who may ask for names', () => {
    expect([askNames(table, 'gateway'), askNames(table, 'redis')]).toEqual([true, false]);
  });

  it('come from the table that the chart makes its policies from', () => {
    const chart = readTable();
    expect(waysOf(chart, chart.pods, podPorts(chart)).filter(({ allowed }) => allowed).length).toBeGreaterThan(10);
  });
});
