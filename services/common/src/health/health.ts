import { setTimeout as pause } from 'node:timers/promises';
import { context } from '@opentelemetry/api';
import { suppressTracing } from '@opentelemetry/core';
import type { Histogram } from 'prom-client';
import { inTime, type LatencySummary, summarise } from '../metrics/index.js';

export interface Check {
  name: string;
  /** Resolves with details to show, rejects when the thing is not well. */
  run(): Promise<Record<string, unknown> | undefined>;
  /** A failing check that is not needed leaves the service ready. */
  needed: boolean;
  /** Nobody can work while it fails, whether the service stays ready or not. Absent: as needed. */
  vital?: boolean;
}

export interface CheckResult {
  status: 'ok' | 'failing';
  needed: boolean;
  vital: boolean;
  milliseconds: number;
  details?: Record<string, unknown>;
}

const CACHE_MS = 1000;
const LOOK_EVERY_MS = 1000;
/** While people cannot work: they wait for it. */
const LOOK_AGAIN_MS = 200;

/** What /health tells: whether the process can serve, and how the things it needs are. */
export class Health {
  private readonly checks: Check[] = [];
  private cached: { at: number; results: Promise<Record<string, CheckResult>> } | undefined;
  private accepting = false;
  private readonly listeners: ((accepting: boolean) => void)[] = [];
  private working = false;
  private readonly workListeners: ((working: boolean) => void)[] = [];

  constructor(private readonly about: { service: string; release: string; environment: string }, private readonly latencies: Record<string, Histogram>) {}

  add(check: Check): void {
    this.checks.push(check);
  }

  /** From the end of the start to the begin of the stop. */
  setAccepting(accepting: boolean): void {
    this.accepting = accepting;
    for (const listener of this.listeners) listener(accepting);
    if (!accepting) this.setWorking(false);
  }

  /** Tells others who are asked for the health of this process, such as gRPC's health service. */
  onAccepting(listener: (accepting: boolean) => void): void {
    this.listeners.push(listener);
  }

  /** Whether people can work, as the last look found; it costs nothing to ask. */
  get works(): boolean {
    return this.working;
  }

  onWorking(listener: (working: boolean) => void): void {
    this.workListeners.push(listener);
  }

  /** Looks at once and then again and again whether people can work. The answer ends it. */
  keepLooking(): () => void {
    const ended = new AbortController();
    const look = async (): Promise<void> => {
      while (!ended.signal.aborted) {
        const results = await this.refresh();
        this.setWorking(this.accepting && Object.values(results).every(({ status, vital }) => !vital || status === 'ok'));
        await pause(this.working ? LOOK_EVERY_MS : LOOK_AGAIN_MS, undefined, { ref: false, signal: ended.signal }).catch(() => undefined);
      }
    };
    // Nobody asked for it: it is not worth a trace.
    void context.with(suppressTracing(context.active()), look);
    return () => ended.abort();
  }

  /** Names what keeps it from serving; none: ready. */
  async notReady(): Promise<string[]> {
    if (!this.accepting) return ['accepting'];
    const results = await this.results();
    return Object.entries(results).filter(([, { status, needed }]) => needed && status === 'failing').map(([name]) => name);
  }

  async report(): Promise<Record<string, unknown>> {
    const checks = await this.results();
    const latencies: Record<string, LatencySummary> = {};
    for (const [name, histogram] of Object.entries(this.latencies)) latencies[name] = await summarise(histogram);
    const failing = Object.values(checks).filter(({ status }) => status === 'failing');
    const status = !this.accepting || failing.some(({ needed }) => needed) ? 'failing' : failing.length > 0 ? 'degraded' : 'ok';
    return { status, ...this.about, uptimeSeconds: Math.round(process.uptime()), checks, latencies };
  }

  results(): Promise<Record<string, CheckResult>> {
    if (this.cached && Date.now() - this.cached.at <= CACHE_MS) return this.cached.results;
    return this.refresh();
  }

  private refresh(): Promise<Record<string, CheckResult>> {
    const results = this.runAll();
    this.cached = { at: Date.now(), results };
    return results;
  }

  private setWorking(working: boolean): void {
    if (working === this.working) return;
    this.working = working;
    for (const listener of this.workListeners) listener(working);
  }

  private async runAll(): Promise<Record<string, CheckResult>> {
    const entries = await Promise.all(this.checks.map(async (check) => [check.name, await runCheck(check)] as const));
    return Object.fromEntries(entries);
  }
}

async function runCheck(check: Check): Promise<CheckResult> {
  const startedAt = performance.now();
  const about = { needed: check.needed, vital: check.vital ?? check.needed };
  const took = (): number => Math.round((performance.now() - startedAt) * 100) / 100;
  try {
    const details = await inTime(check.run());
    return { status: 'ok', ...about, milliseconds: took(), ...(details && { details }) };
  } catch {
    return { status: 'failing', ...about, milliseconds: took() };
  }
}
