/** Acts when the press that is under way is over: a page that moves under the pointer would lose its click. */
export function afterPress(act: () => void): void {
  if (document.querySelector(':active')) window.addEventListener('mouseup', act, { once: true });
  else act();
}
