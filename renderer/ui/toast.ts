import { create } from 'zustand';
import type { Stage } from '../../shared/stage.ts';
import { announce } from './announce.ts';
import { sentenceFor } from './error-sentences.ts';

export interface ToastAction {
  readonly label: string;
  /** Shown beside the label; the key itself is a command somewhere else. */
  readonly keys?: string;
  readonly run: () => void;
}

export interface ToastContent {
  readonly text: string;
  /** What else is worth knowing, in a second, quieter line. */
  readonly detail?: string | undefined;
  readonly tone?: 'plain' | 'danger';
  readonly stage?: Stage;
  /** The main one first. */
  readonly actions?: readonly ToastAction[];
  /** Said instead of `text` and `detail`; empty when the act was announced already. */
  readonly spoken?: string;
}

export interface Toast extends ToastContent {
  readonly id: number;
}

interface Toasts {
  readonly shown: Toast | null;
  readonly waiting: readonly Toast[];
}

export const useToasts = create<Toasts>(() => ({ shown: null, waiting: [] }));

let lastId = 0;

/**
 * One at a time. News replaces news at once, since `Ctrl Z` still undoes all of it; an error stays its full time and
 * what comes after it waits. Returns the way to take the toast back.
 */
export function showToast(content: ToastContent): () => void {
  lastId += 1;
  const toast: Toast = { ...content, id: lastId };
  const spoken = content.spoken ?? [content.text, content.detail].filter(Boolean).join('. ');
  if (spoken !== '') announce(spoken, content.tone === 'danger' ? 'assertive' : 'polite');
  useToasts.setState(({ shown, waiting }) =>
    shown?.tone === 'danger' ? { waiting: [...waiting, toast] } : { shown: toast },
  );
  return () => dismissToast(toast.id);
}

/** Says why something was refused. */
export function showProblem(problem: unknown, actions: readonly ToastAction[] = []): void {
  showToast({ text: sentenceFor(problem), tone: 'danger', actions });
}

export function dismissToast(id: number): void {
  useToasts.setState(({ shown, waiting }) => {
    if (shown?.id !== id) return { waiting: waiting.filter((toast) => toast.id !== id) };
    return { shown: waiting[0] ?? null, waiting: waiting.slice(1) };
  });
}

export function clearToasts(): void {
  useToasts.setState({ shown: null, waiting: [] });
}
