import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { CallInput, CallName } from '../../shared/contract/contract.ts';
import { i18n } from './words.ts';

/**
 * Calls that take a command id are commands; undo and redo are steps over them, and what is kept, set
 * aside or revised of a note is a part of writing it.
 */
type CommandName = Exclude<
  { [Name in CallName]: CallInput<Name> extends { readonly commandId: string } ? Name : never }[CallName],
  'safety.undo' | 'safety.redo' | 'notes.keep' | 'notes.revise' | 'notes.setAside'
>;

/** What a partner did, as a noun: “Undone: move of a client”. */
const names: Readonly<Record<CommandName, MessageDescriptor>> = {
  'board.createClient': msg`new client`,
  'board.moveClient': msg`move of a client`,
  'board.explainMove': msg`reason of a move`,
  'clients.edit': msg`change of a client`,
  'clients.delete': msg`deletion of a client`,
  'clients.addContact': msg`new person`,
  'clients.editContact': msg`change of a person`,
  'clients.deleteContact': msg`deletion of a person`,
  'clients.addTask': msg`new task`,
  'clients.editTask': msg`change of a task`,
  'clients.deleteTask': msg`deletion of a task`,
  'clients.addDossierLine': msg`new line of the dossier`,
  'clients.editDossierLine': msg`change of the dossier`,
  'clients.deleteDossierLine': msg`deletion from the dossier`,
  'clients.editGoals': msg`change of the goals`,
  'clients.addEngagement': msg`new engagement`,
  'clients.editEngagement': msg`change of an engagement`,
  'clients.deleteEngagement': msg`deletion of an engagement`,
  'clients.addKpi': msg`new figure`,
  'clients.editKpi': msg`change of a figure`,
  'clients.moveKpi': msg`move of a figure`,
  'clients.deleteKpi': msg`deletion of a figure`,
  'clients.addReadings': msg`new readings`,
  'clients.editReading': msg`change of a reading`,
  'clients.deleteReading': msg`deletion of a reading`,
  'clients.agreeReports': msg`agreement about reports`,
  'clients.addReport': msg`new report`,
  'clients.editReport': msg`change of a report`,
  'clients.deleteReport': msg`deletion of a report`,
  'clients.moveDossierLine': msg`move of a line of the dossier`,
  'clients.markSignal': msg`new signal`,
  'clients.editSignal': msg`change of a signal`,
  'clients.endSignal': msg`end of a signal`,
  'clients.deleteSignal': msg`deletion of a signal`,
  'clients.dismissSuggestion': msg`dismissal of a suggestion`,
  'clients.addAsset': msg`new account`,
  'clients.editAsset': msg`change of an account`,
  'clients.deleteAsset': msg`deletion of an account`,
  'clients.answer': msg`answer in the playbook`,
  'clients.editImpression': msg`change of the first impression`,
  'clients.editFirstLever': msg`change of the first lever`,
  'clients.addTrial': msg`new trial`,
  'clients.editTrial': msg`change of a trial`,
  'clients.giveVerdict': msg`verdict on a trial`,
  'clients.deleteTrial': msg`deletion of a trial`,
  'clients.addTrialTask': msg`new task`,
  'clients.editAuditTopic': msg`change of the mini-audit`,
  'clients.addIntentCheck': msg`new intent check`,
  'clients.editIntentCheck': msg`change of an intent check`,
  'clients.deleteIntentCheck': msg`deletion of an intent check`,
  'clients.addRequest': msg`new request`,
  'clients.editRequest': msg`change of a request`,
  'clients.deleteRequest': msg`deletion of a request`,
  'clients.addRequestOption': msg`new option`,
  'clients.editRequestOption': msg`change of an option`,
  'clients.deleteRequestOption': msg`deletion of an option`,
  'clients.addInsight': msg`new insight`,
  'clients.editInsight': msg`change of an insight`,
  'clients.deleteInsight': msg`deletion of an insight`,
  'notes.write': msg`writing of a note`,
  'notes.tickLine': msg`change of a task`,
  'notes.restoreVersion': msg`return of an earlier text`,
  'notes.discard': msg`discarding of a draft`,
  'notes.delete': msg`deletion of a note`,
  'notes.addTemplate': msg`new template`,
  'notes.editTemplate': msg`change of a template`,
  'notes.removeTemplate': msg`removal of a template`,
  'notes.returnTemplate': msg`return of a template`,
  'notes.resetTemplate': msg`return to the original template`,
  'health.snooze': msg`snooze`,
  'health.wake': msg`waking up`,
  'health.setThreshold': msg`change of a rule of health`,
  'health.markReportSent': msg`sent report`,
  'handoff.end': msg`parting with a client`,
  'handoff.comeBack': msg`return of a client`,
  'handoff.edit': msg`change of the handoff`,
  'handoff.addItem': msg`new item of the plan`,
  'handoff.editItem': msg`change of an item`,
  'handoff.deleteItem': msg`deletion of an item`,
  'handoff.addAsset': msg`new access`,
  'handoff.editAsset': msg`change of an access`,
  'handoff.deleteAsset': msg`deletion of an access`,
  'handoff.addCandidate': msg`new candidate`,
  'handoff.editCandidate': msg`change of a candidate`,
  'handoff.answerQuestion': msg`answer of a candidate`,
  'handoff.deleteCandidate': msg`deletion of a candidate`,
  'handoff.clearSecret': msg`mark “not a secret”`,
  'transfer.import': msg`import of notes`,
  'handoff.export': msg`entry in the log of documents`,
  'handoff.close': msg`closing of the handoff`,
  'handoff.cancel': msg`cancelling of the handoff`,
  'handoff.extend': msg`a week more for the handoff`,
  'handoff.editRetrospective': msg`retrospective of a handoff`,
  'safety.restore': msg`return from the trash`,
  'settings.finishFirstRun': msg`first settings`,
  'settings.editAgency': msg`change of the agency`,
  'settings.changeCalendar': msg`change of the working days`,
  'settings.addPartner': msg`new partner`,
  'settings.editPartner': msg`change of a partner`,
  'settings.removePartner': msg`removal of a partner`,
  'settings.editStage': msg`change of a stage`,
  'settings.offerSignal': msg`change of the signals of a stage`,
  'settings.resetStage': msg`return of a stage to what it was`,
};

/** Null for a name that this version has no words for. */
export function commandName(name: string): string | null {
  return isCommandName(name) ? i18n.t(names[name]) : null;
}

function isCommandName(name: string): name is CommandName {
  return Object.hasOwn(names, name);
}
