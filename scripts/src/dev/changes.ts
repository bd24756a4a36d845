import fs from 'node:fs';
import path from 'node:path';
import { inRepository } from '../repository.js';
import type { ServiceName } from '../product/services.js';

const quiet = 300;

/** Folders of built code, and who runs it. */
const builds: [string, ServiceName[]][] = [
  ['proto/dist', ['auth', 'crm', 'crm-worker', 'gateway']],
  ['services/common/dist', ['auth', 'crm', 'crm-worker', 'gateway']],
  ['services/auth/dist', ['auth']],
  ['services/crm/dist', ['crm', 'crm-worker']],
  ['services/gateway/dist', ['gateway']],
];

/** Calls back with the services whose code was built anew, once the compiler has been quiet for a moment. */
export function onBuilt(changed: (services: ServiceName[]) => void): void {
  const waiting = new Set<ServiceName>();
  const later = debounced(() => {
    changed([...waiting]);
    waiting.clear();
  });
  for (const [folder, services] of builds) {
    fs.watch(inRepository(folder), { recursive: true }, (_event, file) => {
      if (!file?.endsWith('.js') || /spec\.js$/.test(file)) return;
      for (const service of services) waiting.add(service);
      later();
    });
  }
}

/** Calls back when a file with this ending changed below the folder. */
export function onChanged(folder: string, ending: string, changed: () => void): () => void {
  const later = debounced(changed);
  const watched = new Map<string, fs.FSWatcher>();
  // Folder by folder: a recursive watch loses sight of a file that an editor replaced instead of writing into it.
  const watch = (name: string): void => {
    if (watched.has(name) || !fs.statSync(name, { throwIfNoEntry: false })?.isDirectory()) return;
    watched.set(name, fs.watch(name, (_event, file) => {
      if (file?.endsWith(ending)) later();
      else if (file) watch(path.join(name, file));
    }));
    for (const entry of fs.readdirSync(name)) {
      if (entry.endsWith(ending)) later();
      else watch(path.join(name, entry));
    }
  };
  watch(folder);
  later.forget();
  return () => watched.forEach((watcher) => watcher.close());
}

function debounced(work: () => void): (() => void) & { forget: () => void } {
  let timer: NodeJS.Timeout | undefined;
  const forget = (): void => clearTimeout(timer);
  const later = (): void => {
    forget();
    timer = setTimeout(work, quiet);
  };
  return Object.assign(later, { forget });
}
