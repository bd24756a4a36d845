import net from 'node:net';

const sameKeyPress = 500;

/**
 * Calls `stop` once for Ctrl-C, SIGTERM, a closed terminal, or the end of the program that started us; a second Ctrl-C
 * calls `insist`. One key press may arrive twice: from the terminal and passed on by npm.
 */
export function onStopSignal(stop: () => void, insist: () => void): void {
  let askedAt: number | null = null;
  const ask = (): void => {
    const now = performance.now();
    if (askedAt === null) {
      askedAt = now;
      stop();
    } else if (now - askedAt > sameKeyPress) insist();
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, ask);
  const pipe = Number(process.env['CRM_VISION_PARENT_PIPE']);
  // Ours alone: for a program that we start the number would be another thing.
  delete process.env['CRM_VISION_PARENT_PIPE'];
  if (!Number.isInteger(pipe) || pipe < 3) return;
  const parent = new net.Socket({ fd: pipe, readable: true, writable: false });
  parent.once('close', ask).on('error', () => undefined);
  parent.resume();
  parent.unref();
}
