import { isTyping } from './typing.js';

/** Between the two presses, and in frames from there on: a slow device needs longer for both. */
const QUICK_MILLISECONDS = 300;
const FRAMES_UNTIL_GONE = 20;
/** The focus comes back a frame or two after the layer went; where nothing had it before, it stays on the page. */
const FRAMES_UNTIL_FOCUS = 3;

/**
 * A quick hand presses Escape and the next key before the dialog or panel is off the page: that key is meant for what is behind it. It is held until the layer
 * is gone and the focus is back, and pressed there. Where a layer stays (it asks something, or another one is beneath it) the key goes nowhere.
 * Text is never held, nor are keys that the browser acts on (Tab, or with Ctrl).
 */
export function holdKeysWhileLayersClose(): () => void {
  let closing: { layer: Element; at: number } | null = null;
  let held: KeyboardEventInit[] = [];

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && held.length === 0) {
      const layer = event.target instanceof Element && event.target.closest('[data-modal]');
      closing = layer ? { layer, at: event.timeStamp } : null;
    } else if (closing && isForThePage(event)) {
      if (held.length === 0 && (event.timeStamp - closing.at > QUICK_MILLISECONDS || isBehind(closing.layer))) {
        closing = null;
        return;
      }
      event.preventDefault();
      event.stopImmediatePropagation();
      held.push({ key: event.key, code: event.code, shiftKey: event.shiftKey, bubbles: true, cancelable: true });
      if (held.length === 1) whenBehind(closing.layer, release);
    }
  };
  const release = () => {
    const keys = document.querySelector('[data-modal]') ? [] : held;
    closing = null;
    held = [];
    keys.forEach(press);
  };

  window.addEventListener('keydown', onKeyDown, { capture: true });
  return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
}

function isForThePage({ key, target, ctrlKey, metaKey, altKey, isComposing }: KeyboardEvent): boolean {
  return !ctrlKey && !metaKey && !altKey && !isComposing && !['Tab', 'Shift'].includes(key) && !isTyping(target);
}

/** The layer is gone, and what is behind it has the focus. */
function isBehind(layer: Element): boolean {
  return !layer.isConnected && document.activeElement !== document.body;
}

function whenBehind(layer: Element, act: () => void, forLayer = FRAMES_UNTIL_GONE, forFocus = FRAMES_UNTIL_FOCUS): void {
  if (isBehind(layer) || forLayer === 0 || forFocus === 0) act();
  else requestAnimationFrame(() => (layer.isConnected ? whenBehind(layer, act, forLayer - 1, forFocus) : whenBehind(layer, act, forLayer, forFocus - 1)));
}

function press(key: KeyboardEventInit): void {
  const target = document.activeElement ?? document.body;
  for (const type of ['keydown', 'keyup']) target.dispatchEvent(new KeyboardEvent(type, key));
}
