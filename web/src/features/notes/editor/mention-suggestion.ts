import type { SuggestionOptions } from '@tiptap/suggestion';
import type { Member } from '@/lib/session/members.js';

export interface MentionState {
  items: Member[];
  selected: number;
  /** Where the text cursor is. */
  rect: DOMRect | null;
  choose: (member: Member) => void;
}

const SHOWN = 6;

/** Whom "@ad" means. The list itself is drawn by React; this only says what stands in it. */
export function mentionSuggestion(members: () => Member[], show: (state: MentionState | null) => void): Omit<SuggestionOptions<Member>, 'editor'> {
  let state: MentionState | null = null;
  const set = (next: MentionState | null) => {
    state = next;
    show(next);
  };
  return {
    items: ({ query }) => members().filter(({ name }) => fold(name).includes(fold(query))).slice(0, SHOWN),
    render: () => ({
      onStart: ({ items, clientRect, command }) => set({ items, selected: 0, rect: clientRect?.() ?? null, choose: ({ userId, name }) => command({ id: userId, label: name }) }),
      onUpdate: ({ items, clientRect, command }) => set({ items, selected: Math.min(state?.selected ?? 0, Math.max(items.length - 1, 0)), rect: clientRect?.() ?? null, choose: ({ userId, name }) => command({ id: userId, label: name }) }),
      onKeyDown: ({ event }) => {
        if (!state || state.items.length === 0) return false;
        const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
        if (step) set({ ...state, selected: (state.selected + step + state.items.length) % state.items.length });
        const chosen = state.items[state.selected];
        if ((event.key === 'Enter' || event.key === 'Tab') && chosen) state.choose(chosen);
        else if (event.key === 'Escape') set(null);
        else return step !== undefined;
        // The editor and what is around it must not take the key too.
        event.stopPropagation();
        return true;
      },
      onExit: () => set(null),
    }),
  };
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{Diacritic}/gu, '').toLowerCase();
}
