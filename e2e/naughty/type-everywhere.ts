import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { RealBackend } from '../chaos/real-backend.ts';
import { nameOf, textFields } from './fields.ts';
import type { Typist } from './typist.ts';

// One story in which something is typed into every field of the contract that takes words of one's own.

const command = () => ({ commandId: randomUUID() });
const today = () => new Date().toLocaleDateString('sv-SE');
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toLocaleDateString('sv-SE');

/** What the story leaves out: nobody would try a field that was added. */
export function fieldsLeftOut({ typed }: Typist): readonly string[] {
  return textFields.map(nameOf).filter((name) => !typed.has(name));
}

export interface Places {
  readonly clientId: string;
  readonly handoffId: string;
}

/** Everything once; the client and the running handoff are left as they are. */
export async function typeEverywhere(typist: Typist, { desktop }: RealBackend, exports: string): Promise<Places> {
  await typeSettings(typist);
  const { card } = await typist.type('board.createClient', { stage: 'acquaintance' });
  const clientId = card.id;
  await typeClient(typist, clientId);
  await typeWork(typist, clientId);
  await typePlaybook(typist, clientId);
  await typeNotes(typist, clientId);
  await typeApart(typist);
  await typeErasure(typist, desktop, exports);
  const handoffId = await typeHandoff(typist, clientId);
  return { clientId, handoffId };
}

async function typeSettings(typist: Typist): Promise<void> {
  await typist.type('settings.finishFirstRun', { partners: [''], language: 'en' });
  await typist.type('settings.editAgency', {});
  const { settings } = await typist.type('settings.addPartner', {});
  await typist.type('settings.editPartner', { partnerId: settings.partners.at(-1)?.id });
  await typist.type('settings.editStage', { stage: 'stagnation' });
  const { chosen } = await typist.call('settings.calendars', {});
  const copy = { kind: 'copy', code: chosen };
  await typist.type('settings.previewCalendar', { change: { ...copy, days: undefined } }, () => true);
  await typist.type('settings.changeCalendar', { change: { ...copy, days: undefined }, movesItems: false });
  const calendar = await typist.call('settings.calendars', {});
  const days = { kind: 'days', code: calendar.chosen, name: undefined, days: [{ day: today(), isWorked: false }] };
  await typist.type('settings.previewCalendar', { change: days }, () => true);
  await typist.type('settings.changeCalendar', { change: days, movesItems: false });
  const remove = { kind: 'remove', code: calendar.chosen } as const;
  await typist.call('settings.changeCalendar', { ...command(), change: remove, movesItems: false });
  const { templates } = await typist.call('notes.templates', {});
  await typist.type('notes.addTemplate', { kind: 'letter', language: 'en' });
  await typist.type('notes.editTemplate', { templateId: templates[0]?.id });
}

async function typeClient(typist: Typist, clientId: string): Promise<void> {
  await typist.type('clients.edit', { clientId });
  const moved = await typist.type('board.moveClient', { clientId, stage: 'stable', after: null });
  await typist.type('board.explainMove', { stageChangeId: moved.stageChangeId });
  const withPerson = await typist.type('clients.addContact', { clientId, role: 'marketing' });
  await typist.type('clients.editContact', { contactId: withPerson.page.contacts.at(-1)?.id });
  const task = { side: 'client', dueOn: daysAgo(9) } as const;
  const withTask = await typist.type('clients.addTask', { clientId, ...task });
  await typist.type('clients.editTask', { taskId: withTask.page.tasks[0]?.id });
  const withLine = await typist.type('clients.addDossierLine', { clientId, kind: 'watch' });
  await typist.type('clients.editDossierLine', { lineId: withLine.page.dossier[0]?.id });
  await typist.type('clients.markSignal', { clientId, code: 'S-QUIET', side: 'client', markedOn: daysAgo(2) });
  const { marks } = await typist.call('clients.signals', { clientId });
  await typist.type('clients.editSignal', { markId: marks[0]?.id });
  await typist.type('clients.addAsset', { clientId });
  const { assets } = await typist.call('clients.assets', { clientId });
  await typist.type('clients.editAsset', { assetId: assets[0]?.id });
  await typist.type('health.snooze', { clientId, subjects: ['rhythm'], untilOn: daysAgo(-3) });
}

async function typeWork(typist: Typist, clientId: string): Promise<void> {
  await typist.type('clients.editGoals', { clientId });
  await typist.type('clients.addEngagement', { clientId, kind: 'audit', startOn: daysAgo(200), endOn: daysAgo(100) });
  await typist.type('clients.addKpi', { clientId, target: '12' });
  await typist.type('clients.addReport', { clientId, kind: 'month', period: today().slice(0, 7), sentOn: today() });
  const { work } = await typist.call('clients.work', { clientId });
  await typist.type('clients.editEngagement', {
    engagementId: work.engagements.find(({ kind }) => kind === 'audit')?.id,
    endOn: daysAgo(90),
  });
  const kpiId = work.kpis[0]?.id;
  await typist.type('clients.editKpi', { kpiId, target: '13' });
  await typist.type('clients.addReadings', { kpiId, readings: [{ measuredOn: daysAgo(5), value: '7' }] });
  const { work: measured } = await typist.call('clients.work', { clientId });
  await typist.type('clients.editReading', { readingId: measured.kpis[0]?.readings[0]?.id, value: '8' });
  await typist.type('clients.editReport', { reportId: work.reports[0]?.id });
}

async function typePlaybook(typist: Typist, clientId: string): Promise<void> {
  const read = async () => (await typist.call('clients.playbook', { clientId })).playbook;
  await typist.type('clients.answer', { clientId, code: 'STA-1' });
  await typist.type('clients.editImpression', { clientId });
  await typist.type('clients.editFirstLever', { clientId });
  await typist.type('clients.editAuditTopic', { clientId, topic: 'margin', score: 2 });
  await typist.type('clients.addTrial', { clientId, startedOn: daysAgo(40), endsOn: daysAgo(10) });
  const trialId = (await read()).trials[0]?.id;
  await typist.type('clients.editTrial', { trialId });
  for (const side of ['ours', 'theirs'])
    await typist.type('clients.giveVerdict', { trialId, side, verdict: 'not_now' });
  await typist.type('clients.addTrialTask', { trialId, side: 'agency', dueOn: null });
  await typist.type('clients.addIntentCheck', { clientId, checkedOn: today(), hasPlan: 'yes' });
  await typist.type('clients.editIntentCheck', { checkId: (await read()).intentChecks[0]?.id });
  await typist.type('clients.addRequest', { clientId, askedOn: daysAgo(4) });
  const requestId = (await read()).requests[0]?.id;
  await typist.type('clients.addRequestOption', { requestId });
  await typist.type('clients.editRequestOption', { optionId: (await read()).requests[0]?.options[0]?.id });
  await typist.type('clients.editRequest', { requestId, result: 'partly' });
  await typist.type('clients.addInsight', { clientId, kind: 'idea', toldOn: today(), isBeyondContract: true });
  await typist.type('clients.editInsight', { insightId: (await read()).insights[0]?.id });
}

async function typeNotes(typist: Typist, clientId: string): Promise<void> {
  const { page } = await typist.call('clients.open', { clientId });
  const attendees = page.contacts.map(({ id }) => ({ side: 'client' as const, personId: id }));
  const facts = { clientId, kind: 'call', happenedAt: new Date().toISOString(), initiatedBy: 'client', attendees };
  const kept = (text: string) => async () => (await typist.call('notes.keptText', {})).kept?.body === text;
  const noText = { keepText: undefined };
  const { note } = await typist.type('notes.write', { ...facts, noteId: null, finished: true, ...noText });
  const session = { ...facts, ...command(), noteId: note.id };
  const { note: written } = await typist.call('notes.open', { noteId: note.id });
  const whole = { from: 0, to: written.body.length };
  const revise = { ...session, basedOn: written.updatedAt, edit: whole, finished: true, ...noText };
  const { note: revised } = await typist.type('notes.revise', revise);
  const { note: open } = await typist.call('notes.open', { noteId: note.id });
  const further = { from: 0, to: open.body.length };
  const keep = { ...session, basedOn: revised.updatedAt, edit: further, ...noText };
  await typist.type('notes.keep', keep, ({ text }) =>
    typist.setting('kept_note').some((value) => value.includes(JSON.stringify(text))),
  );
  const isAside = async ({ text }: { readonly text: string }) =>
    (await typist.call('notes.open', { noteId: note.id })).note.kept?.body === text;
  const aside = await typist.type('notes.setAside', session, isAside);
  const { note: beside } = await typist.call('notes.open', { noteId: note.id });
  const edit = { from: 0, to: beside.kept?.body.length ?? 0 };
  await typist.type('notes.keepAside', { ...session, basedOn: aside.savedAt, edit }, isAside);
  await typist.call('notes.dropAside', { noteId: note.id });
  await typist.type('notes.keepText', {}, ({ text }) => kept(text)());
  // The words for no client go with the note they are written beside.
  for (const name of ['notes.write', 'notes.revise', 'notes.keep'] as const) {
    const { note: now } = await typist.call('notes.open', { noteId: note.id });
    const input = {
      write: { body: now.body },
      revise: { basedOn: now.updatedAt, edit: { from: 0, to: 0, insert: '' } },
    };
    const of = name === 'notes.write' ? input.write : input.revise;
    const end = name === 'notes.keep' ? {} : { finished: true };
    await typist.type(name, { ...session, ...command(), ...of, ...end }, ({ text }) => kept(text)());
  }
  await typist.call('notes.keepText', { body: '' });
  await typist.call('notes.endEdit', { noteId: note.id });
}

/** What is kept beside the records, or only looked for. */
async function typeApart(typist: Typist): Promise<void> {
  const view = { partnerId: null, onlyFlagged: false, onlyOverdue: false, onlyDoubtful: false, signal: null };
  await typist.type(
    'board.keepView',
    { view: { ...view, sorting: 'own' } },
    async ({ text }) => (await typist.call('board.view', {})).view?.text === text,
  );
  await typist.call('board.keepView', { view: { ...view, text: '', sorting: 'own' } });
  await typist.type('search.find', { limit: 10 }, (_typed, { hits }) => hits.length >= 0);
  const { notes } = { notes: (await typist.call('search.find', { text: 'a', limit: 1, group: 'notes' })).hits };
  await typist.type('search.place', { noteId: notes[0]?.id ?? randomUUID() }, () => true);
  await typist.type('search.remember', {}, async ({ text }) =>
    (await typist.call('search.recent', {})).texts.includes(text),
  );
  const id = randomUUID();
  await typist.type('safety.keepWords', { id }, async ({ field, text }) => {
    const { kept } = await typist.call('safety.keptWords', {});
    return Reflect.get(kept.find((each) => each.id === id) ?? {}, field.path) === text;
  });
  await typist.call('safety.forgetWords', { ids: [id] });
}

async function typeErasure(typist: Typist, { answers }: RealBackend['desktop'], exports: string): Promise<void> {
  const name = 'Qzx Jvk';
  const { card } = await typist.call('board.createClient', { ...command(), name, stage: 'stable' });
  const { erasureId } = await typist.type('erasing.eraseClient', { clientId: card.id, typedName: name });
  answers.push(path.join(exports, `act-${erasureId}.md`));
  const act = { jobId: randomUUID(), erasureId, format: 'markdown', language: 'en' };
  // What stands in it is looked at among the exports.
  await typist.type('erasing.saveAct', act, (_typed, { saved }) => saved !== null);
}

async function endOf(typist: Typist, clientId: string, templateId?: string): Promise<string> {
  const ending = { clientId, choice: 'handoff', startOn: daysAgo(45), successor: 'contractor', extended: [] };
  const plan = templateId === undefined ? {} : { templateId };
  const { handoffId } = await typist.type('handoff.end', { ...ending, ...plan, reasons: ['no_growth_plan'] });
  return handoffId ?? '';
}

async function typeHandoff(typist: Typist, clientId: string): Promise<string> {
  const { templates } = await typist.call('handoff.templates', {});
  const { templateId } = await typist.type('handoff.copyTemplate', { templateId: templates[0]?.id });
  await typist.type('handoff.nameTemplate', { templateId });
  await typist.type('handoff.addTemplateItem', { templateId, language: 'ru', day: 3, side: 'client' });
  await typist.type('handoff.editTemplateItem', { templateId, code: 'A3' });
  await typePast(typist, templateId);
  await typist.call('handoff.removeTemplate', { ...command(), templateId });
  const handoffId = await endOf(typist, clientId);
  await typist.type('handoff.edit', { handoffId });
  const { page: planned } = await typist.type('handoff.extend', { handoffId });
  const item = { side: 'client', dueOn: planned.items[0]?.dueOn };
  const withItem = await typist.type('handoff.addItem', { handoffId, ...item });
  await typist.type('handoff.editItem', { itemId: withItem.page.items.at(-1)?.id, state: 'blocked' });
  const withAsset = await typist.type('handoff.addAsset', { handoffId, goesTo: 'client' });
  await typist.type('handoff.editAsset', { handoffId, assetId: withAsset.page.assets.at(-1)?.id });
  const { page } = await typist.type('handoff.addCandidate', { handoffId });
  const candidateId = page.candidates.at(-1)?.id;
  await typist.type('handoff.editCandidate', { candidateId, state: 'leaning' });
  await typist.type('handoff.answerQuestion', { candidateId, question: 'shows_reports' });
  await typist.type('handoff.clearSecret', { handoffId, fingerprint: randomUUID() });
  return handoffId;
}

/** A handoff that was cancelled and one that is over, of a client of their own. */
async function typePast(typist: Typist, templateId: string): Promise<void> {
  const { card } = await typist.type('board.createClient', { stage: 'stable' });
  const cancelled = await endOf(typist, card.id, templateId);
  await typist.type('handoff.cancel', { handoffId: cancelled });
  const handoffId = await endOf(typist, card.id);
  await typist.call('handoff.close', { ...command(), handoffId });
  await typist.type('handoff.editRetrospective', { handoffId, wouldReturn: 'perhaps' });
}
