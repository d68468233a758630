import { randomUUID } from 'node:crypto';
import {
  type CallInput,
  type CallName,
  type CallOutput,
  callSizeLimit,
  contract,
} from '../shared/contract/contract.ts';
import { expect, test } from './app.ts';
import type { Program } from './program.ts';

/** Plays one story over all calls; every answer must fit the schema that the contract promises. */
class Story {
  readonly #app: Program;
  readonly told = new Set<CallName>();

  constructor(app: Program) {
    this.#app = app;
  }

  async ask<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>> {
    const value = await this.#app.call(name, input);
    const checked = contract[name].output.safeParse(value);
    expect(checked.error?.issues ?? [], `answer of ${name}`).toEqual([]);
    this.told.add(name);
    return value;
  }

  /** The page is loaded anew, which may outrun the answer: what counts is the file that is open then. */
  async switchFile(name: 'settings.openSample' | 'settings.leaveSample', isSample: boolean): Promise<void> {
    const isLoadedAnew = this.#app.page.waitForEvent('load');
    await Promise.allSettled([this.#app.call(name, {})]);
    await isLoadedAnew;
    const { settings } = await this.#app.call('settings.load', {});
    expect(settings.isSample).toBe(isSample);
    this.told.add(name);
  }
}

const command = () => ({ commandId: randomUUID() });
const today = '2026-11-23';
const now = '2026-11-23T08:42:00.000Z';

async function setUp(story: Story) {
  await story.ask('settings.ping', {});
  await story.ask('settings.finishFirstRun', {
    ...command(),
    agencyName: 'Quarta Bureau',
    partners: ['Vera L.'],
    language: 'en',
  });
  await story.ask('settings.editAgency', { ...command(), contact: 'hello@quarta.example', clientsInHoneymoon: 3 });
  const { settings } = await story.ask('settings.addPartner', { ...command(), name: 'Gleb O.' });
  const [vera, gleb] = settings.partners;
  if (!vera || !gleb) throw new Error('two partners expected');
  await story.ask('settings.editPartner', { ...command(), partnerId: gleb.id, monogram: 'GO' });
  await story.ask('settings.removePartner', { ...command(), partnerId: gleb.id });
  await story.ask('settings.setMe', { partnerId: vera.id });
  await story.ask('settings.setTheme', { theme: 'dark' });
  await story.ask('settings.setLanguage', { language: 'en' });
  await story.ask('settings.load', {});
  return vera.id;
}

async function keepClients(story: Story, partnerId: string) {
  const first = await story.ask('board.createClient', {
    ...command(),
    name: 'Alder Furniture',
    stage: 'stable',
    partnerId,
    sinceOn: '2022-09-20',
  });
  const second = await story.ask('board.createClient', { ...command(), name: 'Kestrel Optics', stage: 'acquaintance' });
  const moved = await story.ask('board.moveClient', {
    ...command(),
    clientId: second.card.id,
    stage: 'stagnation',
    after: null,
  });
  const stageChangeId = moved.stageChangeId ?? '';
  await story.ask('board.explainMove', { ...command(), stageChangeId, reason: 'Routine' });
  await story.ask('board.load', {});
  await story.ask('board.days', {});
  await story.ask('board.past', { day: '2026-11-22', seen: null });
  const clientId = first.card.id;
  await story.ask('clients.edit', { ...command(), clientId, contactNormDays: 21 });
  const withContact = await story.ask('clients.addContact', {
    ...command(),
    clientId,
    name: 'Marina',
    role: 'marketing',
  });
  const contactId = withContact.page.contacts[0]?.id ?? '';
  await story.ask('clients.editContact', { ...command(), contactId, decides: true });
  const withTask = await story.ask('clients.addTask', {
    ...command(),
    clientId,
    title: 'Show the prototype',
    side: 'agency',
    person: 'Vera',
    dueOn: '2026-11-27',
  });
  const taskId = withTask.page.tasks[0]?.id ?? '';
  await story.ask('clients.editTask', { ...command(), taskId, done: true });
  await story.ask('clients.deleteTask', { ...command(), taskId });
  const dossier = { ...command(), clientId, kind: 'agreement', text: 'Releases on Tuesdays' } as const;
  const withLine = await story.ask('clients.addDossierLine', dossier);
  const lineId = withLine.page.dossier[0]?.id ?? '';
  await story.ask('clients.editDossierLine', { ...command(), lineId, text: 'Releases on Tuesdays before noon' });
  await story.ask('clients.deleteDossierLine', { ...command(), lineId });
  await story.ask('clients.open', { clientId });
  await story.ask('clients.names', {});
  return { clientId, second: second.card.id, contactId };
}

async function keepNotes(story: Story, clientId: string, contactId: string) {
  const note: Omit<CallInput<'notes.write'>, 'commandId' | 'finished'> = {
    noteId: null,
    clientId,
    kind: 'meeting',
    happenedAt: now,
    initiatedBy: 'agency',
    body: 'Quarterly report\n\n[ ] Send the export',
    attendees: [{ side: 'client', personId: contactId }],
  };
  const finished = await story.ask('notes.write', { ...command(), ...note, finished: true });
  await story.ask('notes.open', { noteId: finished.note.id });
  const draft = await story.ask('notes.write', { ...command(), ...note, body: 'Half a thought', finished: false });
  await story.ask('notes.discard', { ...command(), noteId: draft.note.id });
  await story.ask('notes.search', { text: 'reports', limit: 10 });
  await story.ask('clients.timeline', { clientId, filter: 'all', before: null, limit: 50 });
  await story.ask('notes.delete', { ...command(), noteId: finished.note.id });
  await story.ask('safety.trash', {});
  await story.ask('safety.restore', { ...command(), kind: 'note', id: finished.note.id });
  await story.ask('safety.undo', command());
  await story.ask('safety.redo', command());
  await story.ask('safety.history', {});
}

async function partWell(story: Story, app: Program, clientId: string) {
  const ending: Omit<CallInput<'handoff.end'>, 'commandId'> = {
    clientId,
    choice: 'handoff',
    startOn: today,
    successor: 'contractor',
    extended: [],
    reasons: ['no_growth_plan'],
    reasonText: 'No plan for 2027',
  };
  const { handoffId } = await story.ask('handoff.end', { ...command(), ...ending });
  const handoff = { handoffId: handoffId ?? '' };
  const { page } = await story.ask('handoff.open', handoff);
  await story.ask('handoff.edit', { ...command(), ...handoff, letter: 'Thank you for four years.' });
  const itemId = page.items[0]?.id ?? '';
  await story.ask('handoff.editItem', { ...command(), itemId, evidence: 'Agreed on 23 November', state: 'done' });
  await story.ask('handoff.addItem', {
    ...command(),
    ...handoff,
    title: 'Return the badge',
    side: 'agency',
    person: '',
    dueOn: '2026-12-01',
  });
  await story.ask('handoff.deleteItem', { ...command(), itemId });
  const withAsset = await story.ask('handoff.addAsset', {
    ...command(),
    ...handoff,
    name: 'Hosting',
    whereKept: 'password: hunter2secret',
    heldBy: 'Vera',
    goesTo: 'client',
  });
  const assetId = withAsset.page.assets[0]?.id ?? '';
  const { findings } = await story.ask('handoff.findSecrets', handoff);
  const fingerprint = findings[0]?.fingerprint ?? '';
  await story.ask('handoff.clearSecret', { ...command(), ...handoff, fingerprint, reason: 'an example' });
  await story.ask('handoff.editAsset', {
    ...command(),
    ...handoff,
    assetId,
    state: 'transferred',
    whereKept: 'the vault',
  });
  await story.ask('handoff.deleteAsset', { ...command(), ...handoff, assetId });
  const withCandidate = await story.ask('handoff.addCandidate', {
    ...command(),
    ...handoff,
    name: 'Code Depot',
    fits: 'Know ERP',
    consider: '',
  });
  const candidateId = withCandidate.page.candidates[0]?.id ?? '';
  await story.ask('handoff.editCandidate', { ...command(), candidateId, state: 'leaning' });
  await story.ask('handoff.answerQuestion', {
    ...command(),
    candidateId,
    question: 'shows_reports',
    answer: 'Monthly, with figures',
  });
  await story.ask('handoff.deleteCandidate', { ...command(), candidateId });
  await story.ask('handoff.list', {});
  app.answerSaveDialog('handoff.md');
  const exported = await story.ask('handoff.export', {
    ...command(),
    ...handoff,
    format: 'markdown',
    options: { language: 'en', audience: 'client', includeAssets: true, includeDone: true, includeReasons: false },
  });
  await story.ask('handoff.revealFile', { issueId: exported.saved?.issueId ?? '' });
  await story.ask('handoff.close', { ...command(), ...handoff });
  await story.ask('handoff.archive', {});
  await story.ask('handoff.comeBack', { ...command(), clientId });
  const again = await story.ask('handoff.end', { ...command(), ...ending });
  await story.ask('handoff.cancel', { ...command(), handoffId: again.handoffId ?? '' });
}

test('every call of the contract is answered through the built preload and main', async ({ app }) => {
  const story = new Story(app);
  const partnerId = await setUp(story);
  const { clientId, second, contactId } = await keepClients(story, partnerId);
  await keepNotes(story, clientId, contactId);
  await partWell(story, app, clientId);
  await story.ask('clients.deleteContact', { ...command(), contactId });
  await story.ask('clients.delete', { ...command(), clientId: second });
  await story.ask('safety.backUpNow', {});
  await story.ask('safety.state', {});
  await story.ask('safety.revealData', {});
  // Only a file that is refused is replaced by a backup.
  await expect(app.call('safety.restoreBackup', { name: 'rapport.db' })).rejects.toThrow('conflict');
  story.told.add('safety.restoreBackup');
  const oversized = { text: 'x'.repeat(callSizeLimit), limit: 10 };
  await expect(app.call('notes.search', oversized)).rejects.toThrow('too_large');
  await story.ask('settings.openLink', { address: 'https://example.com/brief' });
  app.dismissDialog();
  const dismissed = await story.ask('settings.chooseDataFolder', {});
  expect(dismissed.dataFolder).toBeNull();
  await story.switchFile('settings.openSample', true);
  await story.switchFile('settings.leaveSample', false);
  // The answer races with the window's end, so the end is what is looked at.
  await Promise.allSettled([story.ask('safety.readyToClose', { ready: true })]);
  expect(await app.ended()).toBe(0);
  story.told.add('safety.readyToClose');
  const silent = Object.keys(contract).filter((name) => ![...story.told].some((told) => told === name));
  expect(silent, 'calls the story leaves out').toEqual([]);
});
