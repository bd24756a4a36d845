import { freePort } from '../processes/free-ports.js';
import { Product } from '../product/product.js';
import { readOrMakeSecrets } from '../product/secrets.js';
import { dataFolder, logsFolderOf, openDataFolder } from '../start/data-folder.js';
import { InstanceLock } from '../start/instance-lock.js';
import { readOptions } from '../start/options.js';
import { claimPort } from '../start/port.js';
import { onStopSignal } from '../start/stop-signals.js';
import { Progress } from '../terminal/progress.js';
import { runCommand } from '../terminal/run-command.js';
import { onBuilt } from './changes.js';
import { regenerateApiTypes, regenerateOnChange, startCompiler, startVite } from './watchers.js';

/** `npm run dev`: everything from source; a changed service is restarted, a changed screen shows at once. */
async function main(args: string[]): Promise<number> {
  const { port } = readOptions(args);
  const folder = dataFolder();
  const logs = logsFolderOf(folder);
  const publicUrl = `http://localhost:${port}`;
  openDataFolder(folder);
  const lock = new InstanceLock(folder, publicUrl);
  await claimPort(port, (await lock.take()) ? 8_000 : 1_000);
  const progress = new Progress();
  const gatewayPort = await freePort();
  const product: Product = new Product({ changed: () => lock.record(product.parts()), dataFolder: folder, logsFolder: logs, secrets: readOrMakeSecrets(folder), port: gatewayPort, publicUrl }, progress);
  const stopped = new Promise<void>((resolve) => onStopSignal(() => void product.stop().then(resolve), () => process.exit(130)));
  try {
    await product.start();
    const watchers = [startCompiler(logs, (line) => progress.say(line)), startVite(port, `http://127.0.0.1:${gatewayPort}`, logs)];
    followChanges(product, progress);
    progress.say(`\nReady after ${progress.total()}: ${publicUrl}\nChange a service or a screen and look again. Logs: ${logs}. Ctrl-C stops it.\n`);
    await stopped;
    await Promise.all(watchers.map((watcher) => watcher.stop(1_500)));
    return 0;
  } finally {
    await product.stop();
    lock.release();
  }
}

function followChanges(product: Product, progress: Progress): void {
  regenerateOnChange((line) => progress.say(line));
  onBuilt((services) => {
    if (services.includes('gateway')) void regenerateApiTypes((line) => progress.say(line));
    for (const name of services) {
      void product.restart(name).then(() => progress.say(`${name} was built anew and restarts.`));
    }
  });
}

await runCommand(main);
