import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { chart } from '../tools/helm.js';

interface Edge {
  from: string[];
  to: string[];
  port: number;
}

/** charts/crm-vision/network-edges.yaml: who may talk to whom. */
export interface NetworkTable {
  pods: string[];
  outside: string[];
  edges: Edge[];
}

export interface Way {
  from: string;
  to: string;
  port: number;
  allowed: boolean;
}

export const readTable = (): NetworkTable => parse(fs.readFileSync(path.join(chart, 'network-edges.yaml'), 'utf8')) as NetworkTable;

/** Every way from these callers to every kind of pod on every port of the table; a caller that the table does not know is allowed nothing. */
export function waysOf(table: NetworkTable, callers: readonly string[], ports: readonly number[]): Way[] {
  const isAllowed = (from: string, to: string, port: number): boolean => table.edges.some((edge) => edge.port === port && edge.from.includes(from) && edge.to.includes(to));
  return callers.flatMap((from) => table.pods.flatMap((to) => ports.map((port) => ({ from, to, port, allowed: isAllowed(from, to, port) }))));
}

/** Ports on which pods listen, so far as the table says. */
export function podPorts({ pods, edges }: NetworkTable): number[] {
  return [...new Set(edges.filter(({ to }) => to.some((name) => pods.includes(name))).map(({ port }) => port))];
}

/** Those who may ask the name server. */
export const askNames = ({ edges }: NetworkTable, caller: string): boolean => edges.some(({ from, to }) => to.includes('dns') && from.includes(caller));
