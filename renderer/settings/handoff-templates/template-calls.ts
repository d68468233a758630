import { msg } from '@lingui/core/macro';
import type { CallInput } from '../../../shared/contract/contract.ts';
import { call, newCommandId } from '../../api.ts';
import { carryOut } from '../../ui/carry-out.ts';
import { showProblem } from '../../ui/toast.ts';
import { i18n } from '../../ui/words.ts';
import { loadTemplates, openTemplate } from './templates-store.ts';

type Fields<Name extends 'handoff.addTemplateItem' | 'handoff.editTemplateItem'> = Omit<CallInput<Name>, 'commandId'>;

/** Says why it was refused; what is seen on the page needs no word. */
async function attempt(work: (commandId: string) => Promise<unknown>): Promise<boolean> {
  try {
    await work(newCommandId());
    return true;
  } catch (problem) {
    showProblem(problem);
    return false;
  }
}

/** The copy is the one that is edited then. */
export function copyTemplate(templateId: string, name: string): Promise<boolean> {
  return carryOut(
    async (commandId) => {
      const copy = await call('handoff.copyTemplate', { commandId, templateId, name });
      await loadTemplates();
      openTemplate(copy.templateId);
    },
    i18n.t(msg`The template is copied: ${name}`),
  );
}

export function nameTemplate(templateId: string, name: string): Promise<boolean> {
  return attempt((commandId) => call('handoff.nameTemplate', { commandId, templateId, name }));
}

export function removeTemplate(templateId: string, name: string): Promise<boolean> {
  return carryOut(
    async (commandId) => {
      await call('handoff.removeTemplate', { commandId, templateId });
      openTemplate(null);
    },
    i18n.t(msg`The template is removed: ${name}`),
  );
}

export function resetTemplate(templateId: string, name: string): Promise<boolean> {
  return carryOut(
    (commandId) => call('handoff.resetTemplate', { commandId, templateId }),
    i18n.t(msg`The template is as it shipped: ${name}`),
  );
}

export function addItem(fields: Fields<'handoff.addTemplateItem'>): Promise<boolean> {
  return attempt((commandId) => call('handoff.addTemplateItem', { commandId, ...fields }));
}

export function editItem(fields: Fields<'handoff.editTemplateItem'>): Promise<boolean> {
  return attempt((commandId) => call('handoff.editTemplateItem', { commandId, ...fields }));
}

export interface ItemOf {
  readonly templateId: string;
  readonly code: string;
}

export function removeItem(item: ItemOf, title: string): Promise<boolean> {
  return carryOut(
    (commandId) => call('handoff.removeTemplateItem', { commandId, ...item }),
    i18n.t(msg`The item is removed: ${title}`),
  );
}

export function returnItem(item: ItemOf): Promise<boolean> {
  return attempt((commandId) => call('handoff.returnTemplateItem', { commandId, ...item }));
}

export function resetItem(item: ItemOf, title: string): Promise<boolean> {
  return carryOut(
    (commandId) => call('handoff.resetTemplateItem', { commandId, ...item }),
    i18n.t(msg`The item is as it shipped: ${title}`),
  );
}
