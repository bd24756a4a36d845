/** What the browser keeps for the app. The one place that touches it: a browser may forbid that, or have no room left. */
export interface Memory {
  get: (key: string) => string | null;
  set: (key: string, value: string) => void;
  remove: (key: string) => void;
  keys: () => string[];
}

/** Until the browser's data are deleted. */
export const deviceMemory = memory(() => window.localStorage);
/** As long as the tab is open, also through a reload. */
export const tabMemory = memory(() => window.sessionStorage);

/** What cannot be kept there is kept as long as the page lives, so that nobody notices before they reload. */
function memory(storage: () => Storage): Memory {
  const ofPage = new Map<string, string>();
  const attempt = <T>(act: (storage: Storage) => T, otherwise: T): T => {
    try {
      return act(storage());
    } catch {
      return otherwise;
    }
  };
  const remove = (key: string) => {
    ofPage.delete(key);
    attempt((stored) => stored.removeItem(key), undefined);
  };
  return {
    get: (key) => ofPage.get(key) ?? attempt((stored) => stored.getItem(key), null),
    set: (key, value) => {
      ofPage.delete(key);
      const isKept = attempt((stored) => {
        stored.setItem(key, value);
        return true;
      }, false);
      if (!isKept) ofPage.set(key, value);
    },
    remove,
    keys: () => [...new Set([...ofPage.keys(), ...attempt((stored) => Object.keys(stored), [])])],
  };
}
