import type { Area } from '../shared/contract/contract.ts';
import type { SharedTable } from './schema.ts';

/** Which screens a change in a table concerns. */
const areasOfTable: Readonly<Record<SharedTable, readonly Area[]>> = {
  agency: ['settings', 'handoff'],
  partner: ['settings', 'board', 'clients', 'handoff'],
  client: ['board', 'clients', 'handoff', 'health'],
  contact: ['clients', 'handoff'],
  engagement: ['board', 'clients'],
  stage_change: ['clients'],
  note: ['board', 'clients', 'notes'],
  note_attendee: ['clients', 'notes'],
  task: ['board', 'clients', 'notes'],
  signal_mark: ['board', 'clients', 'health'],
  dossier_line: ['clients', 'handoff'],
  asset: ['clients', 'handoff', 'health'],
  handoff: ['board', 'clients', 'handoff'],
  parting_reason: ['handoff'],
  handoff_item: ['board', 'handoff'],
  handoff_item_after: ['handoff'],
  candidate: ['handoff'],
  candidate_answer: ['handoff'],
  document_issue: ['clients', 'handoff'],
  cleared_secret: ['handoff'],
  trial: ['clients', 'health'],
  client_answer: ['clients', 'board'],
  audit_topic: ['clients'],
  intent_check: ['clients', 'health'],
  report: ['clients', 'health'],
  kpi: ['clients', 'health'],
  kpi_reading: ['clients', 'health'],
  request: ['clients'],
  request_option: ['clients'],
  insight: ['clients', 'health'],
  snooze: ['clients', 'health'],
};

export function areasOf(tables: readonly SharedTable[]): readonly Area[] {
  return [...new Set(tables.flatMap((table) => areasOfTable[table]))];
}
