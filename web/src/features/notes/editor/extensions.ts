import { mergeAttributes } from '@tiptap/core';
import Mention from '@tiptap/extension-mention';
import Placeholder from '@tiptap/extension-placeholder';
import StarterKit from '@tiptap/starter-kit';
import type { Member } from '@/lib/session/members.js';
import { mentionSuggestion, type MentionState } from './mention-suggestion.js';

interface NoteExtensions {
  placeholder: string;
  members: () => Member[];
  onMention: (state: MentionState | null) => void;
}

/** Exactly what a note may hold: the server drops everything else. */
export function noteExtensions({ placeholder, members, onMention }: NoteExtensions) {
  return [
    StarterKit.configure({ heading: { levels: [3] }, codeBlock: false, horizontalRule: false, link: { openOnClick: false, autolink: true, defaultProtocol: 'https', protocols: ['mailto', 'tel'] } }),
    Placeholder.configure({ placeholder }),
    NoteMention.configure({ suggestion: mentionSuggestion(members, onMention) }),
  ];
}

const NoteMention = Mention.extend({
  parseHTML: () => [{ tag: 'span[data-mention]', getAttrs: (element) => ({ id: element.getAttribute('data-mention'), label: element.textContent?.replace(/^@/, '') ?? '' }) }],
  renderHTML: ({ node, HTMLAttributes }) => ['span', mergeAttributes({ 'data-mention': String(node.attrs['id']) }, pickClass(HTMLAttributes)), `@${String(node.attrs['label'])}`],
});

function pickClass(attributes: Record<string, unknown>): Record<string, unknown> {
  return attributes['class'] ? { class: attributes['class'] } : {};
}
