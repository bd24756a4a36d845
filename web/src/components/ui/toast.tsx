import { CircleAlert, CircleCheck, X } from 'lucide-react';
import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import { Button as AriaButton, Text, UNSTABLE_Toast as AriaToast, UNSTABLE_ToastContent as ToastContent, UNSTABLE_ToastQueue as ToastQueue, UNSTABLE_ToastRegion as ToastRegion } from 'react-aria-components';
import { changeSetSettled } from '@/lib/api/api-context.js';
import { isolated, partsOf } from '@/lib/isolated.js';
import { undo } from '@/lib/undo/undo.js';
import { errorText } from '@/lib/use-error-text.js';

interface ToastMessage {
  text: string;
  tone: 'done' | 'problem';
  actions: ToastAction[];
  /** The change that it offers to undo. */
  undoes?: string;
}

interface ToastAction {
  label: string;
  run: () => void;
}

const SHOWN_MILLISECONDS = 6_000;
/** Above the notices and below them. */
const GAP = 24;
const queue = new ToastQueue<ToastMessage>({ maxVisibleToasts: 3 });

/** The one place that says what happened. What people typed is isolated in its sentence. */
export const toast = {
  /** With the change set of the answer, it offers Undo. */
  done: (text: string, changeSetId?: string | null, more?: ToastAction) => {
    const undoes = changeSetId ? { undoes: changeSetId } : {};
    show({ text, tone: 'done', ...undoes, actions: [...(more ? [more] : []), ...(changeSetId ? [{ label: i18next.t('undo'), run: () => void undoWithToast(changeSetId) }] : [])] });
  },
  problem: (error: unknown) => show({ text: typeof error === 'string' ? error : errorText(error), tone: 'problem', actions: [] }),
};

// What was undone elsewhere, by the key or in another tab, is no longer offered.
changeSetSettled.on((id) => queue.visibleToasts.filter(({ content }) => content.undoes === id).forEach(({ key }) => queue.close(key)));

/** Undo from a toast or by Ctrl/Cmd+Z: says what came back, and what was left because it was changed since. */
export async function undoWithToast(changeSetId?: string): Promise<void> {
  try {
    const result = await undo(changeSetId);
    if (!result) return void toast.done(i18next.t('nothingToUndo'));
    toast.done(result.kept.length === 0 ? i18next.t('undone') : i18next.t('undoneExcept', { count: result.kept.length, names: result.kept.map((record) => isolated(record.title)).join(', ') }));
  } catch (error) {
    toast.problem(error);
  }
}

function show(message: ToastMessage): void {
  queue.add(message, { timeout: SHOWN_MILLISECONDS });
}

function Sentence({ text }: { text: string }) {
  return partsOf(text).map((part, place) => (place % 2 === 0 ? part : <bdi key={place}>{part}</bdi>));
}

/** Below the page, which makes room for it: a notice never covers a row or a count. */
export function ToastPlace() {
  const { t } = useTranslation();
  return (
    <ToastRegion ref={makeRoom} queue={queue} aria-label={t('notices')} className="fixed start-62 bottom-3 z-50 flex flex-col gap-2 outline-none max-md:inset-x-3 max-md:bottom-[calc(3.5rem+12px+env(safe-area-inset-bottom))]">
      {({ toast: item }) => (
        <AriaToast toast={item} className="flex min-h-11 w-full max-w-md animate-rise-in items-center gap-2.5 rounded-card bg-raised py-1.5 ps-3.5 pe-1.5 text-sm shadow-dialog outline-none data-[focus-visible]:outline-2 data-[focus-visible]:outline-accent">
          {item.content.tone === 'done' ? <CircleCheck aria-hidden className="size-4 shrink-0 text-success-ink" /> : <CircleAlert aria-hidden className="size-4 shrink-0 text-danger-ink" />}
          <ToastContent className="min-w-0 flex-1"><Text slot="title"><Sentence text={item.content.text} /></Text></ToastContent>
          {item.content.actions.map(({ label, run }) => (
            <AriaButton key={label} onPress={() => { run(); queue.close(item.key); }} className="h-7 shrink-0 rounded-control px-2 font-medium text-accent-ink hover:bg-hover touch:h-11">
              {label}
            </AriaButton>
          ))}
          <AriaButton slot="close" aria-label={t('close')} className="grid size-7 shrink-0 place-items-center rounded-control text-muted hover:bg-hover hover:text-ink touch:size-11"><X aria-hidden className="size-4" /></AriaButton>
        </AriaToast>
      )}
    </ToastRegion>
  );
}

const ROOM = '--room-for-notices';

/** Tells the page how much of its end the notices take. */
function makeRoom(place: HTMLElement | null): (() => void) | undefined {
  if (!place) return undefined;
  const page = document.documentElement;
  const observer = new ResizeObserver(() => page.style.setProperty(ROOM, `${place.offsetHeight + GAP}px`));
  observer.observe(place);
  return () => {
    observer.disconnect();
    page.style.removeProperty(ROOM);
  };
}
