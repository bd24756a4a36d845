import { useNavigate } from '@tanstack/react-router';
import { whenThere } from '@/lib/when-there.js';

/** From the header of a record to where something is written: a field, or a new note. On a narrow screen that may be another tab. */
export function useGoToPart() {
  const navigate = useNavigate();
  const go = (selector: string, tab: string, act: (part: HTMLElement) => void) => {
    const isShown = document.querySelector(selector) !== null;
    if (!isShown) void navigate({ to: '.', search: ((before: object) => ({ ...before, tab })) as never, replace: true, resetScroll: false });
    whenThere(selector, act);
  };
  return {
    /** By its name in the API. */
    field: (name: string) => go(`[data-inline-field="${name}"] :is([data-inline-value], [data-opens-dialog])`, 'details', (value) => value.click()),
    note: () => go('[data-write-note]', 'timeline', writeIn),
  };
}

function writeIn(composer: HTMLElement): void {
  composer.scrollIntoView({ block: 'nearest' });
  const editor = composer.querySelector<HTMLElement>('[contenteditable=true]');
  if (editor) editor.focus();
  else composer.click();
}
