import i18next from 'i18next';

const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

/** As they stand on the keyboards of the language. */
const names = (): Record<string, string> => ({
  mod: isMac ? '⌘' : i18next.t('keys.control'),
  shift: isMac ? '⇧' : i18next.t('keys.shift'),
  alt: isMac ? '⌥' : 'Alt',
  enter: i18next.t('keys.enter'),
  escape: 'Esc',
  space: i18next.t('keys.space'),
  tab: 'Tab',
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
});

/** "mod+k" -> ["Ctrl", "K"] in English; "g d" -> ["G", "D"]. */
export function keyNames(keys: string): string[] {
  const caps = names();
  return keys.split(/[ +]/).map((key) => caps[key] ?? (key.length === 1 ? key.toUpperCase() : key));
}
