const FIELD = '[data-inline-field]';

/** Opens the next field of the same form for editing, so that Tab walks through them. At the end the focus stays with the last value. */
export function editNext(from: Element | null, step: 1 | -1): void {
  const own = from?.closest(FIELD);
  const fields = [...(own?.closest('[data-inline-fields]')?.querySelectorAll(FIELD) ?? [])];
  const place = own ? fields.indexOf(own) : -1;
  for (let next = place + step; place >= 0 && next >= 0 && next < fields.length; next += step) {
    const value = fields[next]?.querySelector<HTMLElement>('[data-inline-value]');
    if (!value) continue;
    value.focus();
    value.click();
    return;
  }
  requestAnimationFrame(() => own?.querySelector<HTMLElement>('[data-inline-value]')?.focus());
}
