import { addDays } from '../../shared/calendar.ts';
import type { CallOutput } from '../../shared/contract/contract.ts';
import type { AttentionRow } from '../../shared/contract/health.ts';
import type { Language } from '../../shared/language.ts';
import { today } from '../ui/clock.ts';
import { useSession } from '../ui/session.ts';
import { answerBy, show } from '../ui/testing.tsx';
import { clearToasts, useToasts } from '../ui/toast.ts';
import { AttentionPage } from './attention-page.tsx';
import { loadAttention } from './attention-store.ts';

type Attention = CallOutput<'health.attention'>;

export const now = today();

const nothing: Attention = {
  revision: 1,
  today: now,
  rows: [],
  snoozed: [],
  next: [],
  counts: { clients: 0, archive: 0, handoffs: 0, attention: 0 },
};

interface Server {
  attention: Attention;
  /** Every call, in the order they came. */
  asked: { readonly name: string; readonly input: object }[];
  /** Refuses commands from now on. */
  refusal: string | null;
}

/** Stands in for the main process. */
export const server: Server = { attention: nothing, asked: [], refusal: null };

let leave = () => {};

export function startServer(): void {
  Object.assign(server, { attention: nothing, asked: [], refusal: null });
  answerBy((name, input) => {
    if (typeof input === 'object' && input !== null) server.asked.push({ name, input });
    if (name === 'health.attention') return { ok: true, value: server.attention };
    const { refusal } = server;
    return refusal === null ? { ok: true, value: { revision: 2 } } : { ok: false, code: refusal, message: '' };
  });
}

export function leaveList(): void {
  leave();
  clearToasts();
  useSession.setState({ partnerFilter: null, settings: null });
}

export function showList(language: Language = 'en'): void {
  leave = show(<AttentionPage />, language);
}

export function row(clientName: string, more: Partial<AttentionRow>): AttentionRow {
  const reason = { kind: 'rhythm', days: 31, norm: 14, isFirst: false } as const;
  const seen = { group: 'watch', reason, subjects: ['rhythm'], lateDays: 17 } as const;
  return { clientId: clientName, clientName, partnerId: null, ...seen, ...more };
}

export function task(title: string, inDays: number, more = 0): Partial<AttentionRow> {
  const dueOn = addDays(now, inDays);
  return {
    group: inDays > 0 ? 'week' : 'today',
    reason: { kind: 'task', taskId: title, title, dueOn, more },
    subjects: [`task:${title}`],
    lateDays: -inDays,
  };
}

export async function openList(
  rows: readonly AttentionRow[],
  more: Partial<Attention> = {},
  language: Language = 'en',
): Promise<void> {
  server.attention = { ...nothing, rows, ...more };
  showList(language);
  await loadAttention();
}

/** After a command the list comes back without these clients. */
export function dealtWith(...names: readonly string[]): void {
  const { attention } = server;
  server.attention = { ...attention, rows: attention.rows.filter(({ clientName }) => !names.includes(clientName)) };
}

export const commands = () => server.asked.filter(({ name }) => name !== 'health.attention');
export const toast = () => useToasts.getState().shown;
