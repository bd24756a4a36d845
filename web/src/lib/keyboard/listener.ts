import { holdKeysWhileLayersClose } from './closing-layer.js';
import { nameOf } from './pressed.js';
import { shortcutOf } from './shortcut-table.js';
import { registeredShortcuts, type Registered } from './shortcuts.js';
import { isTyping } from './typing.js';

const SEQUENCE_MILLISECONDS = 1_200;
/** These read letters themselves, to jump to an item. */
const typeahead = '[role=menu], [role=listbox], [role=tree]';

/** Listens to the whole page. `singleLetters` is the person's setting: letters alone can be switched off (WCAG 2.1.4). */
export function listenForShortcuts(singleLetters: () => boolean): () => void {
  let first: { key: string; at: number } | null = null;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    const pressed = nameOf(event);
    const sequence = first && event.timeStamp - first.at < SEQUENCE_MILLISECONDS ? `${first.key} ${pressed}` : null;
    first = null;
    const found = (sequence && find(sequence, event, singleLetters())) || find(pressed, event, singleLetters());
    if (found) {
      event.preventDefault();
      found.run?.(event);
    } else if (startsSequence(pressed) && mayUseLetters(event, singleLetters())) {
      first = { key: pressed, at: event.timeStamp };
    }
  };
  const stopHolding = holdKeysWhileLayersClose();
  window.addEventListener('keydown', onKeyDown);
  return () => {
    stopHolding();
    window.removeEventListener('keydown', onKeyDown);
  };
}

function find(keys: string, event: KeyboardEvent, singleLetters: boolean): Registered | undefined {
  return registeredShortcuts().findLast((shortcut) => shortcut.run && shortcutOf(shortcut.id).keys === keys && mayFire(shortcut, event, singleLetters));
}

function mayFire({ id }: Registered, event: KeyboardEvent, singleLetters: boolean): boolean {
  const { keys, whileTyping } = shortcutOf(id);
  if (!keys.includes('mod+')) return mayUseLetters(event, singleLetters);
  return whileTyping === true || !isTyping(event.target);
}

function mayUseLetters(event: KeyboardEvent, singleLetters: boolean): boolean {
  return singleLetters && !isTyping(event.target) && !isWithin(event, typeahead) && !document.querySelector('[data-modal]');
}

function isWithin(event: KeyboardEvent, selector: string): boolean {
  return event.target instanceof Element && event.target.closest(selector) !== null;
}

function startsSequence(key: string): boolean {
  return registeredShortcuts().some(({ id }) => shortcutOf(id).keys.startsWith(`${key} `));
}
