import { useSyncExternalStore } from 'react';
import type { Schemas } from '@/lib/api/api-types.js';
import { deviceFormats } from './device-formats.js';

type User = Schemas['User'];
export type FormatName = 'timeZone' | 'dateOrder' | 'clock' | 'numberFormat' | 'weekStart';
/** How the person reads moments and numbers. */
export type Formats = { [N in FormatName]: NonNullable<User[N]> };
export type ChosenFormats = Pick<User, FormatName>;

let current: Formats | undefined;
const listeners = new Set<() => void>();

export function formats(): Formats {
  current ??= deviceFormats();
  return current;
}

/** What the person chose; the device decides the rest. */
export function setFormats(chosen: ChosenFormats): void {
  const device = deviceFormats();
  current = {
    timeZone: knownZone(chosen.timeZone) ?? device.timeZone,
    dateOrder: chosen.dateOrder ?? device.dateOrder,
    clock: chosen.clock ?? device.clock,
    numberFormat: chosen.numberFormat ?? device.numberFormat,
    weekStart: chosen.weekStart ?? device.weekStart,
  };
  listeners.forEach((listener) => listener());
}

/** Draws again when they change. */
export function useFormats(): Formats {
  return useSyncExternalStore(onFormats, formats);
}

export function onFormats(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The server may know zones that an old browser does not. */
function knownZone(zone: string | null): string | null {
  try {
    return zone && new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone ? zone : null;
  } catch {
    return null;
  }
}
