import type { z } from 'zod';
import type { ErrorCode, FieldProblems } from '../errors.ts';
import { backups } from './backups.ts';
import { board } from './board.ts';
import { clientWorkCalls } from './client-work.ts';
import { clientDossier } from './client-dossier.ts';
import { clientHealthCalls } from './client-health.ts';
import { clientPlaybook } from './client-playbook.ts';
import { clients } from './clients.ts';
import { erasing } from './erasing.ts';
import { handoffAccesses } from './handoff-accesses.ts';
import { handoffBrief } from './handoff-brief.ts';
import { handoffCandidates } from './handoff-candidates.ts';
import { handoffDrill } from './handoff-drill.ts';
import { handoffDocuments } from './handoff-documents.ts';
import { handoffEnding } from './handoff-ending.ts';
import { handoffPlanFile } from './handoff-plan-file.ts';
import { handoffPlan } from './handoff-plan.ts';
import { handoffTemplates } from './handoff-templates.ts';
import { handoff } from './handoff.ts';
import { health } from './health.ts';
import { noteTemplateCalls } from './note-templates.ts';
import { notes } from './notes.ts';
import { safety } from './safety.ts';
import { salvage } from './salvage.ts';
import { search } from './search.ts';
import { settings } from './settings.ts';
import { transferWhole } from './transfer-whole.ts';
import { transfer } from './transfer.ts';
import { workCalendars } from './work-calendars.ts';

/** Everything the renderer may ask of the main process. Preload and main do not change when a call is added. */
export const contract = {
  ...board,
  ...clients,
  ...clientWorkCalls,
  ...clientDossier,
  ...clientPlaybook,
  ...notes,
  ...noteTemplateCalls,
  ...search,
  ...health,
  ...clientHealthCalls,
  ...handoff,
  ...handoffPlan,
  ...handoffPlanFile,
  ...handoffAccesses,
  ...handoffCandidates,
  ...handoffBrief,
  ...handoffDrill,
  ...handoffEnding,
  ...handoffDocuments,
  ...handoffTemplates,
  ...safety,
  ...backups,
  ...salvage,
  ...erasing,
  ...settings,
  ...workCalendars,
  ...transfer,
  ...transferWhole,
} as const;

export type CallName = keyof typeof contract;
/** What a caller writes: before defaults and trimming. */
export type CallInput<Name extends CallName> = z.input<(typeof contract)[Name]['input']>;
/** What a handler gets. */
export type CallRequest<Name extends CallName> = z.output<(typeof contract)[Name]['input']>;
export type CallOutput<Name extends CallName> = z.output<(typeof contract)[Name]['output']>;

/** Replies are plain values: an error's class and code do not survive either bridge. */
export type Reply<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly code: ErrorCode; readonly message: string; readonly fields?: FieldProblems };

/** Requests over this many UTF-16 units of JSON are refused before they are looked at. */
export const callSizeLimit = 12_000_000;

/** Areas whose data changed; sent after every commit. */
export const areas = [
  'board',
  'clients',
  'records',
  'notes',
  'health',
  'handoff',
  'search',
  'safety',
  'settings',
] as const;
export type Area = (typeof areas)[number];
export interface Changed {
  readonly revision: number;
  readonly areas: readonly Area[];
}

export function isCallName(name: unknown): name is CallName {
  return typeof name === 'string' && Object.hasOwn(contract, name);
}
