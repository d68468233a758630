import { msg } from '@lingui/core/macro';
import type { CallInput } from '../../shared/contract/contract.ts';
import { call, newCommandId } from '../api.ts';
import { carryOut } from '../ui/carry-out.ts';
import { showProblem } from '../ui/toast.ts';
import { i18n } from '../ui/words.ts';

type Fields<Name extends 'notes.addTemplate' | 'notes.editTemplate'> = Omit<CallInput<Name>, 'commandId'>;

/** Says why it was refused; what is seen on the page needs no word. */
async function attempt(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (problem) {
    showProblem(problem);
    return false;
  }
}

export function addTemplate(fields: Fields<'notes.addTemplate'>): Promise<boolean> {
  const commandId = newCommandId();
  return attempt(() => call('notes.addTemplate', { commandId, ...fields }));
}

export function editTemplate(fields: Fields<'notes.editTemplate'>): Promise<boolean> {
  const commandId = newCommandId();
  return attempt(() => call('notes.editTemplate', { commandId, ...fields }));
}

export function removeTemplate(templateId: string, title: string): Promise<boolean> {
  return carryOut(
    (commandId) => call('notes.removeTemplate', { commandId, templateId }),
    i18n.t(msg`The template is removed: ${title}`),
  );
}

export function returnTemplate(templateId: string): Promise<boolean> {
  const commandId = newCommandId();
  return attempt(() => call('notes.returnTemplate', { commandId, templateId }));
}

export function resetTemplate(templateId: string, title: string): Promise<boolean> {
  return carryOut(
    (commandId) => call('notes.resetTemplate', { commandId, templateId }),
    i18n.t(msg`The original text is back: ${title}`),
  );
}
