import { afterEach, describe, expect, it } from '@jest/globals';
import { deviceMemory } from './storage.js';

const own = Object.getOwnPropertyDescriptor(window, 'localStorage');
const real = window.localStorage;

function instead(storage: () => Storage): void {
  Object.defineProperty(window, 'localStorage', { configurable: true, get: storage });
}

afterEach(() => {
  if (own) Object.defineProperty(window, 'localStorage', own);
  deviceMemory.keys().forEach(deviceMemory.remove);
});

describe('what the browser keeps for the app', () => {
  it('is found again, listed and forgotten', () => {
    deviceMemory.set('theme', 'dark');
    expect(real.getItem('theme')).toBe('dark');
    expect([deviceMemory.get('theme'), deviceMemory.keys()]).toEqual(['dark', ['theme']]);
    deviceMemory.remove('theme');
    expect([deviceMemory.get('theme'), real.getItem('theme')]).toEqual([null, null]);
  });

  it('lasts as long as the page where the browser forbids it', () => {
    instead(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    expect(deviceMemory.get('theme')).toBeNull();
    deviceMemory.set('theme', 'dark');
    expect([deviceMemory.get('theme'), deviceMemory.keys()]).toEqual(['dark', ['theme']]);
    deviceMemory.remove('theme');
    expect(deviceMemory.get('theme')).toBeNull();
  });

  it('lasts as long as the page where there is no room, instead of what stood there', () => {
    real.setItem('theme', 'light');
    instead(() => ({ ...real, getItem: (key: string) => real.getItem(key), setItem: () => { throw new DOMException('full', 'QuotaExceededError'); } }));
    deviceMemory.set('theme', 'dark');
    expect(deviceMemory.get('theme')).toBe('dark');
  });
});
