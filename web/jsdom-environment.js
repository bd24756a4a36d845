import { TestEnvironment } from 'jest-environment-jsdom';

const fromNode = ['Response', 'Request', 'Headers', 'ReadableStream', 'TransformStream', 'TextDecoderStream', 'TextEncoder', 'TextDecoder', 'structuredClone'];

/** jsdom, with what every browser has and jsdom lacks. */
export default class BrowserEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    for (const name of fromNode) this.global[name] ??= globalThis[name];
    this.global.crypto.randomUUID ??= () => globalThis.crypto.randomUUID();
  }
}
