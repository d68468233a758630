import { type CallName, contract, isCallName } from '../../../shared/contract/contract.ts';
import type { ErrorCode } from '../../../shared/errors.ts';
import { boardCases } from './board-cases-in-test.ts';
import { clientsCases } from './clients-cases-in-test.ts';
import { handoffCases } from './handoff-cases-in-test.ts';
import { healthCases } from './health-cases-in-test.ts';
import { notesCases, searchCases } from './notes-cases-in-test.ts';
import { erasingCases, lastCases, safetyCases } from './safety-cases-in-test.ts';
import type { Case, Scene } from './scene-in-test.ts';
import { fileCases, settingsCases } from './settings-cases-in-test.ts';
import { transferCases } from './transfer-cases-in-test.ts';

/** A valid example of every call, made from the state; told in this order, each finds what it needs. */
export const cases: { readonly [Name in CallName]: Case<Name> } = {
  ...settingsCases,
  ...boardCases,
  ...clientsCases,
  ...notesCases,
  ...searchCases,
  ...healthCases,
  ...transferCases,
  ...handoffCases,
  ...safetyCases,
  ...erasingCases,
  ...fileCases,
  ...lastCases,
};

/** Asked for where it has no place, because what it needs takes a file that is broken or empty. */
export const refusedInStory: Readonly<Partial<Record<CallName, ErrorCode>>> = {
  'safety.restoreBackup': 'conflict',
  'safety.salvage': 'conflict',
  'safety.salvageProgress': 'conflict',
  'safety.openSalvaged': 'conflict',
  'safety.openRescued': 'conflict',
  'transfer.chooseWhole': 'file_not_empty',
  'transfer.readWhole': 'source_gone',
  'transfer.importWhole': 'source_gone',
};

export async function inputOf(name: CallName, scene: Scene): Promise<unknown> {
  return cases[name](scene);
}

/** They carry the id of a session, but what they keep is a part of writing a note, or a step over commands. */
const noCommands: readonly CallName[] = [
  'safety.undo',
  'safety.redo',
  'notes.keep',
  'notes.revise',
  'notes.setAside',
  'notes.keepAside',
];

/** Calls that make an entry of their own in the change log. */
export const commands: readonly CallName[] = Object.entries(contract).flatMap(([name, { input }]) =>
  isCallName(name) && 'commandId' in input.shape && !noCommands.includes(name) ? [name] : [],
);
