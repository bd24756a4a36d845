const PATIENCE_MILLISECONDS = 3_000;

/** Acts on a part of the page that may still be on its way, such as the field of a tab that is just being opened. */
export function whenThere(selector: string, act: (part: HTMLElement) => void): void {
  const found = () => document.querySelector<HTMLElement>(selector);
  const part = found();
  if (part) return act(part);
  const observer = new MutationObserver(() => {
    const arrived = found();
    if (!arrived) return;
    observer.disconnect();
    act(arrived);
  });
  observer.observe(document.body, { childList: true, subtree: true });
  setTimeout(() => observer.disconnect(), PATIENCE_MILLISECONDS);
}
