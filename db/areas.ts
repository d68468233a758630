import { type Area, areas } from '../shared/contract/contract.ts';
import type { SharedTable } from './schema.ts';
import type { ChangedRow } from './storage.ts';

/** Which screens a change in a table concerns; `records` are what the tabs of a client show beside its notes. */
const areasOfTable: Readonly<Record<SharedTable, readonly Area[]>> = {
  agency: ['settings', 'handoff'],
  partner: ['settings', 'board', 'clients', 'records', 'handoff'],
  stage: ['settings', 'health'],
  stage_signal: ['settings'],
  work_calendar: ['settings', 'handoff'],
  work_calendar_day: ['settings', 'handoff'],
  client: ['board', 'clients', 'records', 'handoff', 'health'],
  client_threshold: ['records', 'health'],
  contact: ['clients', 'records', 'handoff'],
  engagement: ['board', 'clients', 'records', 'health'],
  stage_change: ['clients', 'records'],
  note: ['board', 'clients', 'notes', 'health'],
  note_template: ['settings'],
  note_attendee: ['clients', 'notes'],
  task: ['board', 'clients', 'records', 'notes', 'health'],
  signal_mark: ['board', 'clients', 'records', 'health'],
  dossier_line: ['clients', 'records', 'handoff'],
  asset: ['clients', 'records', 'handoff', 'health'],
  handoff: ['board', 'clients', 'records', 'handoff', 'health'],
  handoff_extension: ['clients', 'records', 'handoff'],
  handoff_look_back: ['handoff'],
  parting_reason: ['handoff'],
  handoff_item: ['board', 'handoff', 'health'],
  handoff_item_after: ['handoff'],
  handoff_template: ['settings', 'handoff'],
  handoff_template_item: ['settings', 'handoff'],
  handoff_template_after: ['settings', 'handoff'],
  candidate: ['handoff'],
  candidate_answer: ['handoff'],
  document_issue: ['clients', 'records', 'handoff'],
  cleared_secret: ['handoff'],
  trial: ['clients', 'records', 'health'],
  client_answer: ['clients', 'records', 'board'],
  audit_topic: ['clients', 'records'],
  intent_check: ['clients', 'records', 'health'],
  report: ['clients', 'records', 'health'],
  kpi: ['clients', 'records', 'health'],
  kpi_reading: ['clients', 'records', 'health'],
  request: ['clients', 'records'],
  request_option: ['clients', 'records'],
  insight: ['clients', 'records', 'health'],
  snooze: ['clients', 'records', 'health'],
  // What it tells of is gone from every screen.
  erasure: areas,
  erasure_count: ['safety'],
};

export function areasOf(tables: readonly SharedTable[]): readonly Area[] {
  return [...new Set(tables.flatMap((table) => areasOfTable[table]))];
}

/** Of rows whose changed columns are known: what cannot have changed anybody's health is not said to. */
export function areasOfRows(rows: readonly ChangedRow[]): readonly Area[] {
  return [
    ...new Set(
      rows.flatMap((row) => areasOfTable[row.table].filter((area) => area !== 'health' || concernsHealth(row))),
    ),
  ];
}

/** What makes a note a touch; its words are saved every few seconds. */
const columnsOfTouch: readonly string[] = ['client_id', 'kind', 'happened_at', 'finished_at', 'deleted_at'];
const columnsOfPlace: readonly string[] = ['place', 'updated_at', 'updated_by'];

function concernsHealth({ table, inserted, columns, isAhead }: ChangedRow): boolean {
  if (columns === undefined) return true;
  // A note that is new is a draft until it is finished; a draft of what is to come is a next step.
  if (table === 'note')
    return (
      columns.some((name) => (inserted ? name === 'finished_at' : columnsOfTouch.includes(name))) || isAhead === true
    );
  return table !== 'client' || columns.some((name) => !columnsOfPlace.includes(name));
}
