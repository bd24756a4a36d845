/** Lists get a height, so that their rows are drawn. */
class Observer {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
  takeRecords(): [] {
    return [];
  }
}

Object.defineProperties(globalThis, {
  ResizeObserver: { value: Observer, writable: true },
  IntersectionObserver: { value: Observer, writable: true },
});
Object.defineProperties(HTMLElement.prototype, {
  offsetHeight: { get: () => 800, configurable: true },
  offsetWidth: { get: () => 1_200, configurable: true },
  clientHeight: { get: () => 800, configurable: true },
  clientWidth: { get: () => 1_200, configurable: true },
  scrollTo: { value: () => undefined, writable: true },
  getAnimations: { value: () => [], writable: true },
});
if (!globalThis.crypto.randomUUID) Object.defineProperty(globalThis.crypto, 'randomUUID', { value: () => '00000000-0000-4000-8000-000000000000' });
// React Aria clones what a select holds.
Object.defineProperty(globalThis, 'structuredClone', { value: (value: unknown): unknown => JSON.parse(JSON.stringify(value)), configurable: true, writable: true });
window.matchMedia ??= (media) => Object.assign(new EventTarget(), { media, matches: false, onchange: null, addListener: () => undefined, removeListener: () => undefined });
window.scrollTo = () => undefined;
Element.prototype.scrollIntoView = () => undefined;
