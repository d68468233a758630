import { msg } from '@lingui/core/macro';
import { call, newCommandId } from '../api.ts';
import type { CallInput, CallOutput } from '../../shared/contract/contract.ts';
import type { Language } from '../../shared/language.ts';
import type { BoardStage, Stage } from '../../shared/stage.ts';
import type { Theme } from '../../shared/contract/settings.ts';
import type { SystemShortcut } from '../../shared/system-shortcut.ts';
import { previewLanguage, takeSettings } from '../ui/session.ts';
import { showProblem, showToast } from '../ui/toast.ts';
import { i18n } from '../ui/words.ts';

type Reply = CallOutput<'settings.load'>;

/** Sends a change and shows the new truth; says why it was refused. */
async function change(work: () => Promise<Reply>): Promise<boolean> {
  try {
    await takeSettings(work);
    return true;
  } catch (problem) {
    showProblem(problem);
    return false;
  }
}

async function attempt(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (problem) {
    showProblem(problem);
  }
}

export function finishFirstRun(agencyName: string, partners: readonly string[], language: Language): Promise<boolean> {
  const commandId = newCommandId();
  return change(() => call('settings.finishFirstRun', { commandId, agencyName, partners: [...partners], language }));
}

export function changeLanguage(language: Language): Promise<boolean> {
  previewLanguage(language);
  return change(() => call('settings.setLanguage', { language }));
}

export function changeTheme(theme: Theme): Promise<boolean> {
  return change(() => call('settings.setTheme', { theme }));
}

export function changeReminder(reminder: CallInput<'settings.setReminder'>): Promise<boolean> {
  return change(() => call('settings.setReminder', reminder));
}

export function showReminder(): Promise<void> {
  return attempt(async () => {
    const { isShown } = await call('health.showReminder', {});
    if (!isShown)
      showToast({
        tone: 'danger',
        text: i18n.t(msg`The system shows no notifications of this program: allow them in its settings`),
      });
  });
}

/** False where the system does not give the program these keys. */
export async function chooseSystemShortcut(keys: SystemShortcut | null): Promise<boolean> {
  let isGiven = true;
  await change(async () => {
    const reply = await call('settings.setSystemShortcut', { keys });
    isGiven = reply.isGiven;
    return reply;
  });
  return isGiven;
}

export function editAgency(fields: Omit<CallInput<'settings.editAgency'>, 'commandId'>): Promise<boolean> {
  const commandId = newCommandId();
  return change(() => call('settings.editAgency', { commandId, ...fields }));
}

export function addPartner(name: string): Promise<boolean> {
  const commandId = newCommandId();
  return change(() => call('settings.addPartner', { commandId, name }));
}

export function editPartner(fields: Omit<CallInput<'settings.editPartner'>, 'commandId'>): Promise<boolean> {
  const commandId = newCommandId();
  return change(() => call('settings.editPartner', { commandId, ...fields }));
}

/** The id of the command, to undo just this one; null when it was refused. */
export async function removePartner(partnerId: string): Promise<string | null> {
  const commandId = newCommandId();
  const isDone = await change(() => call('settings.removePartner', { commandId, partnerId }));
  return isDone ? commandId : null;
}

type StageChange = Omit<CallInput<'settings.editStage'>, 'commandId'>;

export function editStage(fields: StageChange): Promise<boolean> {
  const commandId = newCommandId();
  return change(() => call('settings.editStage', { commandId, ...fields }));
}

/** The id of the command, to undo just this one; null when it was refused. */
export async function offerSignal(stage: BoardStage, code: string, isOffered: boolean): Promise<string | null> {
  const commandId = newCommandId();
  const isDone = await change(() => call('settings.offerSignal', { commandId, stage, code, isOffered }));
  return isDone ? commandId : null;
}

/** The id of the command, to undo just this one; null when it was refused. */
export async function resetStage(stage: Stage): Promise<string | null> {
  const commandId = newCommandId();
  const isDone = await change(() => call('settings.resetStage', { commandId, stage }));
  return isDone ? commandId : null;
}

export function becomeMe(partnerId: string): Promise<boolean> {
  return change(() => call('settings.setMe', { partnerId }));
}

export function revealData(): Promise<void> {
  return attempt(() => call('safety.revealData', {}));
}

export function backUpNow(): Promise<void> {
  return attempt(async () => {
    await call('safety.backUpNow', {});
    showToast({ text: i18n.t(msg`The backup is made`) });
  });
}
