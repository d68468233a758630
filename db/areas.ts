import type { Area } from '../shared/contract/contract.ts';
import type { SharedTable } from './schema.ts';

/** Which screens a change in a table concerns. */
const areasOfTable: Readonly<Record<SharedTable, readonly Area[]>> = {
  agency: ['settings', 'handoff'],
  partner: ['settings', 'board', 'clients', 'handoff'],
  client: ['board', 'clients', 'handoff'],
  contact: ['clients', 'handoff'],
  engagement: ['board', 'clients'],
  stage_change: ['clients'],
  note: ['board', 'clients', 'notes'],
  note_attendee: ['clients', 'notes'],
  task: ['board', 'clients', 'notes'],
  signal_mark: ['board', 'clients', 'health'],
  dossier_line: ['clients', 'handoff'],
  asset: ['handoff'],
  handoff: ['board', 'clients', 'handoff'],
  parting_reason: ['handoff'],
  handoff_item: ['board', 'handoff'],
  handoff_item_after: ['handoff'],
  candidate: ['handoff'],
  candidate_answer: ['handoff'],
  document_issue: ['clients', 'handoff'],
  cleared_secret: ['handoff'],
};

export function areasOf(tables: readonly SharedTable[]): readonly Area[] {
  return [...new Set(tables.flatMap((table) => areasOfTable[table]))];
}
