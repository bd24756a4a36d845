import { Product } from '../product/product.js';
import { readOrMakeSecrets } from '../product/secrets.js';
import { inRepository } from '../repository.js';
import { Progress } from '../terminal/progress.js';
import { runCommand } from '../terminal/run-command.js';
import { dataFolder, logsFolderOf, openDataFolder } from './data-folder.js';
import { InstanceLock } from './instance-lock.js';
import { readOptions, type StartOptions } from './options.js';
import { claimPort } from './port.js';
import { resetData } from './reset.js';
import { openSampleWorkspace } from './sample.js';
import { onStopSignal } from './stop-signals.js';

const leftoverPatience = 8_000;

/** `npm start`: the whole system until Ctrl-C. */
async function main(args: string[]): Promise<number> {
  const options = readOptions(args);
  const folder = dataFolder();
  const progress = new Progress();
  openDataFolder(folder);
  const lock = new InstanceLock(folder, `http://localhost:${options.port}`);
  const leftovers = await lock.take();
  try {
    if (options.reset) await reset(folder, options, lock);
    await claimPort(options.port, leftovers ? leftoverPatience : 1_000);
    return await run(productFor(folder, options, progress, lock), { options, folder, progress });
  } finally {
    lock.release();
  }
}

async function reset(folder: string, options: StartOptions, lock: InstanceLock): Promise<void> {
  await resetData(folder, { yes: options.yes, ownDatabase: Boolean(process.env['DATABASE_URL']) });
  openDataFolder(folder);
  await lock.take();
}

function productFor(dataFolderPath: string, { port, host }: StartOptions, progress: Progress, lock: InstanceLock): Product {
  const { DATABASE_URL: databaseUrl, REDIS_URL: redisUrl } = process.env;
  const product: Product = new Product(
    {
      changed: () => lock.record(product.parts()),
      dataFolder: dataFolderPath, logsFolder: logsFolderOf(dataFolderPath), secrets: readOrMakeSecrets(dataFolderPath), port, host, webRoot: inRepository('web/dist'),
      ...(databaseUrl ? { databaseUrl } : {}), ...(redisUrl ? { redisUrl } : {}),
    },
    progress,
  );
  return product;
}

interface Run {
  options: StartOptions;
  folder: string;
  progress: Progress;
}

async function run(product: Product, { options, folder, progress }: Run): Promise<number> {
  let asked = false;
  const ended = new Promise<void>((resolve) => {
    const stop = (): void => {
      asked = true;
      progress.say('\nStopping.');
      void product.stop().then(resolve);
    };
    onStopSignal(stop, () => process.exit(130));
  });
  try {
    await product.start();
    const signIn = options.sample ? await progress.step('Loading sample data', () => openSampleWorkspace(product.url, folder)) : null;
    progress.say(`\nCRM-VISION is ready after ${progress.total()}: ${product.url}`);
    if (signIn) progress.say(`Sign in as ${signIn.email} with the password ${signIn.password}`);
    progress.say(`Data and logs: ${folder}. Ctrl-C stops it.\n`);
  } catch (error) {
    await product.stop();
    if (!asked) throw error;
  }
  await ended;
  return 0;
}

await runCommand(main);
