interface Stoppable {
  stop(): Promise<void>;
}

const key = Symbol.for('crm-vision.test-servers');
const kept = globalThis as { [key]?: Stoppable[] };

/** Jest loads set-up and tear-down as separate modules: what the one started, the other finds on the global object. */
export function keepForTeardown(server: Stoppable): void {
  (kept[key] ??= []).push(server);
}

export async function stopKeptServers(): Promise<void> {
  await Promise.all((kept[key] ?? []).map((server) => server.stop()));
  kept[key] = [];
}
