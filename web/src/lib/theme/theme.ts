import { useSyncExternalStore } from 'react';
import { deviceMemory } from '@/lib/storage.js';

export type ThemeChoice = 'light' | 'dark' | 'system';

/** Also read by the blocking script in the head of the page (build/theme.js). */
const STORED = 'theme';
const darkSystem = window.matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();

export function themeChoice(): ThemeChoice {
  const stored = deviceMemory.get(STORED);
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

export function setTheme(choice: ThemeChoice): void {
  deviceMemory.set(STORED, choice);
  apply();
}

export function useTheme(): ThemeChoice {
  return useSyncExternalStore(subscribe, themeChoice);
}

export function followSystemTheme(): void {
  darkSystem.addEventListener('change', apply);
  window.addEventListener('storage', (event) => event.key === STORED && apply());
}

function apply(): void {
  const choice = themeChoice();
  const dark = choice === 'dark' || (choice === 'system' && darkSystem.matches);
  document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
