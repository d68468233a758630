import { randomUUID } from 'node:crypto';
import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
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

  async refuse<Name extends CallName>(name: Name, input: CallInput<Name>, code: string): Promise<void> {
    await expect(this.#app.call(name, input)).rejects.toThrow(code);
    this.told.add(name);
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
  await story.ask('settings.editStage', { ...command(), stage: 'stable', label: { en: 'Favourites' } });
  await story.ask('settings.offerSignal', { ...command(), stage: 'stable', code: 'F-OWNER', isOffered: true });
  await story.ask('settings.resetStage', { ...command(), stage: 'stable' });
  await story.ask('settings.setMe', { partnerId: vera.id });
  await story.ask('settings.setTheme', { theme: 'dark' });
  await story.ask('settings.setTextSize', { textSize: 100 });
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
  const view = {
    partnerId,
    text: 'alder',
    onlyFlagged: false,
    onlyOverdue: false,
    onlyDoubtful: false,
    signal: 'R-SLOW',
    sorting: 'tenure',
  } as const;
  await story.ask('board.keepView', { view });
  expect((await story.ask('board.view', {})).view).toEqual(view);
  await story.ask('board.marks', {});
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
  await story.ask('clients.task', { taskId });
  await story.ask('clients.editTask', { ...command(), taskId, done: true });
  await story.ask('clients.deleteTask', { ...command(), taskId });
  const dossier = { ...command(), clientId, kind: 'agreement', text: 'Releases on Tuesdays' } as const;
  const withLine = await story.ask('clients.addDossierLine', dossier);
  const lineId = withLine.page.dossier[0]?.id ?? '';
  await story.ask('clients.editDossierLine', { ...command(), lineId, text: 'Releases on Tuesdays before noon' });
  await story.ask('clients.moveDossierLine', { ...command(), lineId, after: null });
  await story.ask('clients.deleteDossierLine', { ...command(), lineId });
  await keepDossier(story, clientId);
  await story.ask('clients.open', { clientId });
  await story.ask('clients.names', {});
  return { clientId, second: second.card.id, contactId };
}

async function keepWork(story: Story, clientId: string) {
  await story.ask('clients.editGoals', { ...command(), clientId, ourGoal: 'Grow with them', ourHorizon: 'years' });
  await story.ask('clients.addEngagement', { ...command(), clientId, kind: 'audit', startOn: '2026-01-12' });
  await story.ask('clients.addKpi', { ...command(), clientId, name: 'Repeat orders', unit: '%', target: '29' });
  await story.ask('clients.addReport', {
    ...command(),
    clientId,
    kind: 'month',
    period: '2026-10',
    sentOn: null,
    summary: 'Orders grew',
  });
  await story.ask('clients.agreeReports', { ...command(), clientId, reportDay: 5, reviewsQuarter: true });
  const { work } = await story.ask('clients.work', { clientId });
  const engagementId = work.engagements[0]?.id ?? '';
  const kpiId = work.kpis[0]?.id ?? '';
  const reportId = work.reports[0]?.id ?? '';
  await story.ask('clients.editEngagement', { ...command(), engagementId, endOn: '2026-03-01', endReason: 'Done' });
  await story.ask('clients.editKpi', { ...command(), kpiId, businessGoal: 'Sell to those who know us' });
  await story.ask('clients.moveKpi', { ...command(), kpiId, after: null });
  const readings = [{ measuredOn: '2026-10-31', value: '30.5', remark: '' }];
  await story.ask('clients.addReadings', { ...command(), kpiId, readings });
  const readingId = (await story.ask('clients.work', { clientId })).work.kpis[0]?.readings[0]?.id ?? '';
  await story.ask('clients.editReading', { ...command(), readingId, value: '31' });
  await story.ask('clients.editReport', { ...command(), reportId, sentOn: '2026-11-05' });
  await story.ask('clients.timeline', { clientId, filter: 'figures', before: null, limit: 50 });
  await story.ask('clients.deleteReading', { ...command(), readingId });
  await story.ask('clients.deleteReport', { ...command(), reportId });
  await story.ask('clients.deleteKpi', { ...command(), kpiId });
  await story.ask('clients.deleteEngagement', { ...command(), engagementId });
}

async function keepDossier(story: Story, clientId: string) {
  const mark = { clientId, side: 'client', markedOn: today, evidence: 'Two letters unanswered' } as const;
  await story.ask('clients.markSignal', { ...command(), ...mark, code: 'S-QUIET' });
  await story.ask('clients.markSignal', { ...command(), ...mark, code: 'U-PAY' });
  const { marks } = await story.ask('clients.signals', { clientId });
  const [first, second] = marks.map(({ id }) => ({ markId: id }));
  if (!first || !second) throw new Error('two signs expected');
  await story.ask('clients.editSignal', { ...command(), ...first, evidence: 'Three letters unanswered' });
  await story.ask('clients.endSignal', { ...command(), ...first });
  await story.ask('clients.deleteSignal', { ...command(), ...second });
  await story.ask('clients.dismissSuggestion', { ...command(), clientId, code: 'F-OWNER' });
  await story.ask('clients.addAsset', { ...command(), clientId, name: 'Domain', renewalOn: '2026-12-05' });
  const { assets } = await story.ask('clients.assets', { clientId });
  const assetId = assets[0]?.id ?? '';
  await story.ask('clients.editAsset', { ...command(), assetId, admin: 'Vera', payer: 'Olga' });
  await story.ask('clients.deleteAsset', { ...command(), assetId });
}

async function keepPlaybook(story: Story, clientId: string) {
  const ofClient = () => ({ ...command(), clientId });
  const read = async () => (await story.ask('clients.playbook', { clientId })).playbook;
  await story.ask('clients.answer', { ...ofClient(), code: 'STA-1', answer: 'Sent on the third', isDone: true });
  await story.ask('clients.editImpression', { ...ofClient(), words: 'Calm people' });
  await story.ask('clients.editFirstLever', { ...ofClient(), words: 'Fittings first' });
  await story.ask('clients.editAuditTopic', { ...ofClient(), topic: 'margin', score: 2, evidence: 'Three lines' });
  await story.ask('clients.addTrial', { ...ofClient(), startedOn: today, endsOn: null, successSign: 'Seen at six' });
  const trialId = (await read()).trials[0]?.id ?? '';
  await story.ask('clients.editTrial', { ...command(), trialId, endsOn: '2026-12-07' });
  await story.ask('clients.giveVerdict', { ...command(), trialId, side: 'theirs', verdict: 'not_now', words: 'May' });
  const task = { title: 'Stock export', side: 'agency', person: 'Vera', dueOn: null } as const;
  await story.ask('clients.addTrialTask', { ...command(), trialId, ...task });
  await story.ask('clients.deleteTrial', { ...command(), trialId });
  const said = { checkedOn: today, hasPlan: 'unknown', saidBy: 'Marina', words: '' } as const;
  await story.ask('clients.addIntentCheck', { ...ofClient(), ...said });
  const checkId = (await read()).intentChecks[0]?.id ?? '';
  await story.ask('clients.editIntentCheck', { ...command(), checkId, hasPlan: 'yes' });
  await story.ask('clients.deleteIntentCheck', { ...command(), checkId });
  await keepRequest(story, clientId);
  const told = { kind: 'idea', title: 'Show sets', toldOn: today, isBeyondContract: true } as const;
  await story.ask('clients.addInsight', { ...ofClient(), ...told });
  const insightId = (await read()).insights[0]?.id ?? '';
  await story.ask('clients.editInsight', { ...command(), insightId, state: 'accepted' });
  await story.ask('clients.deleteInsight', { ...command(), insightId });
}

async function keepRequest(story: Story, clientId: string) {
  const read = async () => (await story.ask('clients.playbook', { clientId })).playbook.requests[0];
  await story.ask('clients.addRequest', { ...command(), clientId, askedOn: today, wish: 'An app', limits: 'No money' });
  const requestId = (await read())?.id ?? '';
  await story.ask('clients.addRequestOption', { ...command(), requestId, title: 'A page for the phone' });
  const optionId = (await read())?.options[0]?.id ?? '';
  await story.ask('clients.editRequestOption', { ...command(), optionId, isChosen: true });
  await story.ask('clients.editRequest', { ...command(), requestId, result: 'partly' });
  await story.ask('clients.deleteRequestOption', { ...command(), optionId });
  await story.ask('clients.deleteRequest', { ...command(), requestId });
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
  const noteId = finished.note.id;
  await story.ask('notes.open', { noteId });
  await story.ask('notes.tickLine', { ...command(), noteId, line: '[ ] Send the export', nth: 0, done: true });
  await story.ask('notes.write', { ...command(), ...note, noteId, body: 'Quarterly figures', finished: true });
  const { versions } = await story.ask('notes.versions', { noteId });
  const seq = versions.at(-1)?.seq ?? 0;
  await story.ask('notes.version', { noteId, seq });
  await story.ask('notes.restoreVersion', { ...command(), noteId, seq });
  const draft = await story.ask('notes.write', { ...command(), ...note, body: 'Half a thought', finished: false });
  const { body: _body, ...session } = { ...command(), ...note, noteId: draft.note.id };
  const goesOn = { ...session, basedOn: draft.note.updatedAt, edit: { from: 0, to: 4, insert: 'Whole' } };
  await story.ask('notes.keep', goesOn);
  await story.ask('notes.revise', { ...goesOn, finished: false });
  await story.ask('notes.facts', { noteId: draft.note.id });
  const aside = await story.ask('notes.setAside', { ...session, body: 'Another thought' });
  const further = { from: 15, to: 15, insert: ' of mine' };
  await story.ask('notes.keepAside', { ...session, basedOn: aside.savedAt, edit: further });
  expect((await story.ask('notes.open', { noteId: draft.note.id })).note.kept?.facts?.kind).toBe(session.kind);
  await story.ask('notes.dropAside', { noteId: draft.note.id });
  await story.ask('notes.discard', { ...command(), noteId: draft.note.id });
  await story.ask('notes.endEdit', { noteId });
  await story.ask('notes.keepText', { body: 'Whose is it' });
  expect((await story.ask('notes.keptText', {})).kept?.body).toBe('Whose is it');
  await keepTemplates(story);
  await story.ask('search.find', { text: 'reports', limit: 10 });
  await story.ask('search.place', { noteId, text: 'figures' });
  await story.ask('search.remember', { text: 'reports' });
  await story.ask('search.recent', {});
  await story.ask('search.forget', {});
  await story.ask('clients.timeline', { clientId, filter: 'all', before: null, limit: 50 });
  await story.ask('notes.delete', { ...command(), noteId: finished.note.id });
  const words = {
    id: crypto.randomUUID(),
    place: 'Alder',
    record: null,
    label: 'Letter',
    words: 'Dear all',
    problem: null,
  };
  await story.ask('safety.keepWords', words);
  expect((await story.ask('safety.keptWords', {})).kept).toEqual([words]);
  await story.ask('safety.forgetWords', { ids: [words.id] });
  await story.ask('safety.trash', {});
  await story.ask('safety.restore', { ...command(), kind: 'note', id: finished.note.id });
  await story.ask('safety.undo', command());
  await story.ask('safety.redo', command());
  await story.ask('safety.history', {});
}

async function keepTemplates(story: Story) {
  const read = async () => (await story.ask('notes.templates', {})).templates;
  const templateId = (await read())[0]?.id ?? '';
  await story.ask('notes.editTemplate', { ...command(), templateId, text: { en: '# Ours' } });
  await story.ask('notes.resetTemplate', { ...command(), templateId });
  await story.ask('notes.removeTemplate', { ...command(), templateId });
  await story.ask('notes.returnTemplate', { ...command(), templateId });
  await story.ask('notes.addTemplate', { ...command(), kind: 'letter', language: 'en', title: 'After the talk' });
  expect((await read()).at(-1)?.title.en).toBe('After the talk');
}

async function watchOver(story: Story, clientId: string) {
  const promise = { clientId, title: 'Send the estimate', side: 'agency', person: '', dueOn: '2026-01-12' } as const;
  await story.ask('clients.addTask', { ...command(), ...promise });
  const { rows } = await story.ask('health.attention', {});
  // A snooze ends in the year to come, counted from the day on which this is run.
  const untilOn = new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10);
  const subjects = [...(rows[0]?.subjects ?? [])];
  await story.ask('health.receipt', { clientId });
  await story.ask('health.verdicts', {});
  await story.ask('health.setThreshold', { ...command(), clientId, rule: 'report', days: 45 });
  await story.ask('health.snooze', { ...command(), clientId, subjects, untilOn, reason: 'Budget season' });
  const { snoozed } = await story.ask('health.attention', {});
  await story.ask('health.wake', { ...command(), snoozeIds: snoozed.flatMap(({ snoozeIds }) => snoozeIds) });
  await story.ask('health.markReportSent', { ...command(), clientId, report: 'month', period: '2026-10' });
  await story.ask('health.showReminder', {});
  await story.ask('settings.setReminder', { at: '10:00', isAtWeekends: true });
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
  const drill = { clientId, successor: 'contractor' } as const;
  await story.ask('handoff.fireDrill', drill);
  app.answerSaveDialog('drill.pdf');
  await story.ask('handoff.exportDrill', { ...drill, language: 'en' });
  await story.ask('handoff.revealDrill', { clientId });
  const { handoffId } = await story.ask('handoff.end', { ...command(), ...ending });
  const handoff = { handoffId: handoffId ?? '' };
  const { page } = await story.ask('handoff.open', handoff);
  await story.ask('handoff.edit', { ...command(), ...handoff, letter: 'Thank you for four years.' });
  const itemId = page.items[0]?.id ?? '';
  await story.ask('handoff.editItem', { ...command(), itemId, evidence: 'Agreed on 23 November', state: 'done' });
  const withOwn = await story.ask('handoff.addItem', {
    ...command(),
    ...handoff,
    title: 'Return the badge',
    side: 'agency',
    person: '',
    dueOn: '2026-12-01',
  });
  const ownId = withOwn.page.items.find(({ title }) => title === 'Return the badge')?.id ?? '';
  await story.ask('handoff.deleteItem', { ...command(), itemId: ownId });
  await story.ask('handoff.previewSuccessor', { ...handoff, successor: 'in_house' });
  await story.ask('handoff.switchSuccessor', { ...command(), ...handoff, successor: 'in_house' });
  await story.ask('handoff.switchSuccessor', { ...command(), ...handoff, successor: 'contractor' });
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
  const brief = { ...handoff, options: { language: 'en', includeGoals: false } } as const;
  expect((await story.ask('handoff.checkBrief', brief)).findings).toEqual([]);
  app.answerSaveDialog('brief.md');
  await story.ask('handoff.exportBrief', { ...command(), ...brief, format: 'markdown' });
  await story.ask('handoff.deleteCandidate', { ...command(), candidateId });
  await story.ask('handoff.list', {});
  app.answerSaveDialog('handoff.md');
  const exported = await story.ask('handoff.export', {
    ...command(),
    ...handoff,
    format: 'markdown',
    options: { language: 'en', audience: 'client', includeAssets: true, includeDone: true, includeReasons: false },
  });
  await story.ask('handoff.issueChanges', handoff);
  await story.ask('handoff.revealFile', { issueId: exported.saved?.issueId ?? '' });
  await expect(app.call('handoff.extend', { ...command(), ...handoff, reason: 'holidays' })).rejects.toThrow(
    'too_early',
  );
  story.told.add('handoff.extend');
  app.answerSaveDialog('plan.ics');
  await story.ask('handoff.exportPlan', { ...handoff, language: 'en' });
  app.answerSaveDialog('plan.pdf');
  await story.ask('handoff.exportChecklist', { ...handoff, language: 'en' });
  await story.ask('handoff.revealPlan', handoff);
  await planFor(story, clientId);
  await countWorkingDays(story, app);
  await story.ask('handoff.close', { ...command(), ...handoff });
  await story.ask('handoff.editRetrospective', {
    ...command(),
    ...handoff,
    wouldReturn: 'perhaps',
    lesson: 'Ask sooner',
  });
  await story.ask('handoff.archive', {});
  await story.ask('handoff.comeBack', { ...command(), clientId });
  const again = await story.ask('handoff.end', { ...command(), ...ending });
  await story.ask('handoff.cancel', { ...command(), handoffId: again.handoffId ?? '', reason: 'They stay' });
}

async function planFor(story: Story, clientId: string) {
  const { templates } = await story.ask('handoff.templates', {});
  const { templateId } = await story.ask('handoff.copyTemplate', {
    ...command(),
    templateId: templates[0]?.id ?? '',
    name: 'For shops',
  });
  await story.ask('handoff.nameTemplate', { ...command(), templateId, name: 'For online shops' });
  const own = { title: 'Return the badge', day: 29, side: 'client', language: 'en' } as const;
  await story.ask('handoff.addTemplateItem', { ...command(), templateId, ...own });
  const item = { templateId, code: 'A3' };
  await story.ask('handoff.editTemplateItem', { ...command(), ...item, day: 4, after: ['A1'] });
  await story.ask('handoff.resetTemplateItem', { ...command(), ...item });
  await story.ask('handoff.removeTemplateItem', { ...command(), ...item });
  await story.ask('handoff.returnTemplateItem', { ...command(), ...item });
  await story.ask('handoff.resetTemplate', { ...command(), templateId });
  await story.ask('handoff.removeTemplate', { ...command(), templateId });
  await story.ask('handoff.startFacts', { clientId });
}

async function countWorkingDays(story: Story, app: Program) {
  const { chosen } = await story.ask('settings.calendars', {});
  const holidays = path.join(app.exportFolder, 'holidays.ics');
  writeFileSync(holidays, 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20261201\nEND:VEVENT\nEND:VCALENDAR\n');
  app.answerOpenDialog(holidays);
  const { file } = await story.ask('settings.readCalendarFile', {});
  const days = (file?.days ?? []).map(({ day, title }) => ({ day, title, isWorked: false }));
  const change = { kind: 'days', code: chosen, days } as const;
  await story.ask('settings.previewCalendar', { change });
  await story.ask('settings.changeCalendar', { ...command(), change, movesItems: true });
}

async function takeEverything(story: Story, app: Program) {
  app.answerFolderDialog(app.exportFolder);
  const { saved } = await story.ask('transfer.exportWhole', { jobId: randomUUID(), form: 'folder' });
  expect(readdirSync(path.join(app.exportFolder, saved?.name ?? ''))).toContain('manifest.json');
  // There are clients here: a whole export is not read over them.
  await story.refuse('transfer.chooseWhole', { form: 'folder' }, 'file_not_empty');
  const sourceId = randomUUID();
  await story.refuse('transfer.readWhole', { sourceId }, 'source_gone');
  await story.refuse('transfer.importWhole', { sourceId }, 'source_gone');
  await story.ask('transfer.leaveWhole', { sourceId });
}

async function bringNotes(story: Story, app: Program, clientId: string) {
  app.answerFolderDialog(app.exportFolder);
  const jobId = randomUUID();
  const { saved } = await story.ask('transfer.export', { jobId, clientId });
  await story.ask('transfer.reveal', { jobId });
  app.answerFolderDialog(path.join(app.exportFolder, saved?.folder ?? ''));
  const { source } = await story.ask('transfer.choose', { from: 'folder' });
  const sourceId = source?.sourceId ?? '';
  await story.ask('transfer.preview', { sourceId, clients: [] });
  await story.ask('transfer.progress', { jobId: sourceId });
  const { counts } = await story.ask('transfer.import', { ...command(), sourceId, clients: [] });
  expect(counts).toMatchObject({ toImport: 0, here: saved?.notes ?? 0 });
  await story.ask('transfer.cancel', { jobId: sourceId });
  const table = path.join(app.exportFolder, 'notes.csv');
  writeFileSync(table, 'client,date,text\nAlder Furniture,2024-05-01,A row of a table\n');
  app.answerFolderDialog(table);
  const csv = await story.ask('transfer.choose', { from: 'csv' });
  await story.ask('transfer.preview', { sourceId: csv.source?.sourceId ?? '', clients: [] });
  expect(app.desk().flatMap(({ asked }) => asked ?? [])).toEqual(['folder', 'folder', 'file']);
}

async function eraseAndExport(story: Story, app: Program, clientId: string) {
  const jobId = randomUUID();
  app.answerSaveDialog('client.json');
  const exported = await story.ask('transfer.exportClient', { jobId, clientId, format: 'json', language: 'en' });
  expect(exported.saved).toEqual({ fileName: 'client.json' });
  const { contacts } = (await story.ask('clients.addContact', { ...command(), clientId, name: 'Nobody any more' }))
    .page;
  const contactId = contacts.at(-1)?.id ?? '';
  await story.ask('clients.deleteContact', { ...command(), contactId });
  await story.ask('erasing.deleteForGood', { ...command(), records: [{ kind: 'contact', id: contactId }] });
  await story.ask('clients.delete', { ...command(), clientId });
  const { name } = await story.ask('erasing.facts', { clientId });
  const asked = { ...command(), clientId, typedName: name, why: 'Asked for by law' };
  const { erasureId } = await story.ask('erasing.eraseClient', asked);
  expect((await story.ask('erasing.erasures', {})).erasures).toMatchObject([{ id: erasureId }]);
  expect((await story.ask('erasing.copies', { erasureId })).copies.length).toBeGreaterThan(0);
  expect((await story.ask('erasing.rewriteCopies', { erasureId })).left).toEqual([]);
  app.answerSaveDialog('act.md');
  const act = { jobId, erasureId, clientName: name, format: 'markdown', language: 'en' } as const;
  expect((await story.ask('erasing.saveAct', act)).saved).toEqual({ fileName: 'act.md' });
}

test('every call of the contract is answered through the built preload and main', async ({ app }) => {
  const story = new Story(app);
  const partnerId = await setUp(story);
  const { clientId, second, contactId } = await keepClients(story, partnerId);
  await keepWork(story, clientId);
  await keepPlaybook(story, clientId);
  await keepNotes(story, clientId, contactId);
  await bringNotes(story, app, clientId);
  await takeEverything(story, app);
  await watchOver(story, clientId);
  await partWell(story, app, clientId);
  await story.ask('clients.deleteContact', { ...command(), contactId });
  await eraseAndExport(story, app, second);
  await story.ask('safety.backUpNow', {});
  await story.ask('safety.state', {});
  await keepBackups(story, app);
  await story.ask('safety.revealData', {});
  // Only a file that is refused is replaced by a backup.
  await expect(app.call('safety.restoreBackup', { name: 'rapport.db' })).rejects.toThrow('conflict');
  story.told.add('safety.restoreBackup');
  for (const name of ['safety.salvage', 'safety.openSalvaged', 'safety.openRescued'] as const)
    await story.refuse(name, {}, 'conflict');
  const oversized = { text: 'x'.repeat(callSizeLimit), limit: 10 };
  await expect(app.call('search.find', oversized)).rejects.toThrow('too_large');
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

async function keepBackups(story: Story, app: Program) {
  const name = (await story.ask('safety.backups', {})).backups[0]?.name ?? '';
  expect((await story.ask('safety.checkBackup', { name })).isDamaged).toBe(false);
  await story.ask('safety.compareBackup', { name });
  await story.ask('safety.revealBackup', { name });
  app.answerFolderDialog(app.exportFolder);
  await story.ask('safety.chooseSecondFolder', {});
  expect((await story.ask('safety.fillSecondFolder', {})).state).toBe('whole');
  await story.ask('safety.leaveSecondFolder', {});
  await story.ask('safety.sealBackups', { passphrase: 'alders bloom before the leaves' });
  expect((await story.ask('safety.sealEarlier', {})).sealed).toBeGreaterThan(0);
  await story.ask('safety.endSealing', {});
  await expect(app.call('safety.restoreOver', { name: 'rapport.db' })).rejects.toThrow('not_found');
  story.told.add('safety.restoreOver');
}
