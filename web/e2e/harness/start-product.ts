import fs from 'node:fs';
import path from 'node:path';
import { startRedis } from '../../../scripts/dist/embedded/redis.js';
import { freePort } from '../../../scripts/dist/processes/free-ports.js';
import { Product } from '../../../scripts/dist/product/product.js';
import { readOrMakeSecrets } from '../../../scripts/dist/product/secrets.js';
import { inRepository } from '../../../scripts/dist/repository.js';
import { Progress } from '../../../scripts/dist/terminal/progress.js';
import { startTestPostgres } from '../../../scripts/dist/testing/test-databases.js';

/** Limits are for strangers; here many people come from one address. */
const env = { RATE_LIMIT_USER_PER_MINUTE: '1000000', RATE_LIMIT_PUBLIC_PER_MINUTE: '1000000', RATE_LIMIT_SIGN_IN_PER_MINUTE: '1000000', SIGN_UPS_PER_ADDRESS_PER_DAY: '1000000' };

/** The whole product as people run it, on empty databases and free ports. With E2E_URL, one that runs already. */
async function startProduct(): Promise<() => Promise<void>> {
  if (process.env['E2E_URL']) return () => Promise.resolve();
  const webRoot = inRepository('web/dist');
  if (!fs.existsSync(path.join(webRoot, 'index.html'))) throw new Error('The web app is not built: run npm run build first.');
  const { server, folder, superuserUrl } = await startTestPostgres();
  const redis = await startRedis({ logFile: path.join(folder, 'redis.log') });
  const product = new Product(
    { dataFolder: folder, logsFolder: folder, secrets: readOrMakeSecrets(folder), port: await freePort(), webRoot, databaseUrl: superuserUrl, redisUrl: redis.url, env },
    new Progress(),
  );
  const stop = async () => {
    await product.stop();
    await Promise.all([redis.stop(), server.stop()]);
  };
  try {
    await product.start();
  } catch (error) {
    await stop();
    throw error;
  }
  process.env['E2E_URL'] = product.url;
  return stop;
}

export default startProduct;
