let typed = '';
let stop = (): void => undefined;

/** From now on letters belong to the palette, whose field is not there yet: they are kept, and no shortcut hears them. */
export function collectEarlyKeys(): void {
  dropEarlyKeys();
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    typed += event.key;
  };
  window.addEventListener('keydown', onKeyDown, { capture: true });
  stop = () => window.removeEventListener('keydown', onKeyDown, { capture: true });
}

/** What was typed until now; what follows goes to the field itself. */
export function takeEarlyKeys(): string {
  const taken = typed;
  dropEarlyKeys();
  return taken;
}

export function dropEarlyKeys(): void {
  stop();
  typed = '';
}
