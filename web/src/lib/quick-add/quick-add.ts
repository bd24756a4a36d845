import { useEffect, useSyncExternalStore } from 'react';
import type { Option } from '@/components/ui/list-box-option.js';
import type { Schemas } from '@/lib/api/api-types.js';

export type QuickAddKind = 'contact' | 'company' | 'deal' | 'task';
type LinkKind = Schemas['RecordLink']['kind'];

/** What is known already where the dialog is opened: the record that the new one belongs to, or what was typed. */
export interface QuickAddPrefill {
  name?: string;
  company?: Option;
  contact?: Option;
  deal?: Option;
  pipelineId?: string;
  stageId?: string;
}

export interface QuickAddRequest {
  kind: QuickAddKind;
  prefill?: QuickAddPrefill;
}

/** What the frame of app/ gives to a form. The form has no buttons of its own. */
export interface QuickAddFormProps {
  /** Of the form element: the Save button of the frame names it. */
  formId: string;
  prefill?: QuickAddPrefill;
  onPending: (pending: boolean) => void;
  onSaved: (saved: { id: string; title: string; changeSetId: string | null }) => void;
}

let current: QuickAddRequest | null = null;
const listeners = new Set<() => void>();

const kinds: Record<string, QuickAddKind> = { companies: 'company', deals: 'deal', tasks: 'task', 'my-day': 'task' };
let ofPage: QuickAddRequest | null = null;

/** For a page that knows more about what is added on it than its address says: its button, the key and the + of the frame mean the same. */
export function useAddHere(request: QuickAddRequest): void {
  useEffect(() => {
    ofPage = request;
    return () => {
      ofPage = null;
    };
  });
}

/** What a person most likely means to add where they are; the dialog lets them choose another. */
export function requestHere(): QuickAddRequest {
  return ofPage ?? { kind: kinds[window.location.pathname.split('/')[1] ?? ''] ?? 'contact' };
}

export function addHere(): void {
  openQuickAdd(requestHere());
}

/** Opens the dialog from anywhere: a list, a record, a shortcut, the palette. */
export function openQuickAdd(request: QuickAddRequest): void {
  replace(request);
}

export function closeQuickAdd(): void {
  replace(null);
}

export function useQuickAdd(): QuickAddRequest | null {
  return useSyncExternalStore(subscribe, () => current);
}

/** The record that something new belongs to, as a prefill. */
export function prefillFrom(record: { kind: LinkKind; id: string; title: string }): QuickAddPrefill {
  return { [record.kind]: { id: record.id, label: record.title } };
}

function replace(next: QuickAddRequest | null): void {
  current = next;
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
