import { msg } from '@lingui/core/macro';
import { type HandoffCondition, projectKindNames } from '../../shared/content/handoff-conditions.ts';
import type { Reason } from '../../shared/handoff/conditions.ts';
import type { Language } from '../../shared/language.ts';
import { i18n } from '../ui/words.ts';

const namesShown = 3;

/** Why an item is ticked before anybody looked. */
export function reasonWords(reason: Reason, condition: HandoffCondition | null, language: Language): string {
  if (reason.kind === 'project') {
    const kind = projectKindNames[reason.project][language].toLocaleLowerCase(language);
    return i18n.t(msg`usual for this kind of project: ${kind}`);
  }
  const { because } = reason;
  const names = because.slice(0, namesShown).join(', ') + (because.length > namesShown ? '…' : '');
  if (condition === 'renewals') return i18n.t(msg`because the register holds dates of renewal: ${names}`);
  if (condition === 'decisions') return i18n.t(msg`because the dossier holds decisions`);
  if (condition === 'figures') return i18n.t(msg`because figures are kept`);
  if (condition === 'contract') return i18n.t(msg`because the contract has not ended`);
  return i18n.t(msg`because the register holds: ${names}`);
}
