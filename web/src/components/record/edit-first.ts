/** Opens the first field for editing; false when there is none (yet). */
export function editFirst(within: ParentNode): boolean {
  const value = within.querySelector<HTMLElement>('[data-inline-value]');
  value?.click();
  return value !== null;
}

/** The same for a part of the page whose record may still be on its way. */
export function editFirstWhenThere(part: HTMLElement | null): (() => void) | undefined {
  if (!part) return undefined;
  const observer = new MutationObserver(() => {
    if (editFirst(part)) observer.disconnect();
  });
  if (!editFirst(part)) observer.observe(part, { childList: true, subtree: true });
  return () => observer.disconnect();
}
