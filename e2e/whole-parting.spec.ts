import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import type { Locator, Page } from '@playwright/test';
import { addDays } from '../shared/calendar.ts';
import type { Language } from '../shared/language.ts';
import { expect, test } from './app.ts';
import { plain, textOf } from './document-text.ts';
import { type Hand, Keyboard, Mouse } from './hands.ts';
import { HandoffPage } from './handoff-page.ts';
import { setTheScene, spindle } from './parting-scene.ts';
import type { Program } from './program.ts';

const words = {
  en: {
    budget: 'Budget',
    reason: 'We talked in person',
    start: 'Start handoff',
    open: 'Open the handoff',
    heading: `Handoff: ${spindle}`,
    step: 'Write down why we part',
    proof: 'sentence agreed on Monday',
    evidence: 'What shows that it is done',
    done: 'Done',
    weeks: ['Collect', 'Transfer'],
    addItem: 'Add an item to “Collect”',
    item: 'Item',
    keys: 'Return the keys',
    add: 'Add',
    hosting: 'Hosting',
    ours: 'us',
    accesses: 'Accesses',
    state: 'State',
    handedOver: 'handed over',
    contractor: 'New contractor',
    addCandidate: 'Add a candidate',
    candidateName: 'Candidate’s name',
    fits: 'Why they fit',
    standing: 'Standing',
    chosen: 'chosen',
    question: 'How soon do you answer on a working day?',
    more: 'More about the handoff',
    plan: 'Plan as a calendar file',
    saved: (name: string) => `Saved: ${name}`,
    finish: 'Finish the handoff',
    revoked: 'Revoked: Hosting',
    kept: /evidence for every mandatory step: the promise is kept/,
    close: 'Close and move to the archive',
    closed: 'Closed',
    retrospective: 'Retrospective',
    perhaps: 'perhaps',
    archive: 'Archive',
    archived: ['Budget. We talked in person', 'handed over within the month', 'might come back'],
    call: /^Check-in call/,
  },
  ru: {
    budget: 'Бюджет',
    reason: 'Поговорили лично',
    start: 'Начать передачу',
    open: 'Открыть передачу',
    heading: `Передача дел: ${spindle}`,
    step: 'Записать причину расставания',
    proof: 'фраза согласована в понедельник',
    evidence: 'Что это подтверждает',
    done: 'Готово',
    weeks: ['Собрать', 'Передать'],
    addItem: 'Добавить пункт в «Собрать»',
    item: 'Пункт',
    keys: 'Вернуть ключи',
    add: 'Добавить',
    hosting: 'Хостинг',
    ours: 'мы',
    accesses: 'Доступы',
    state: 'Статус',
    handedOver: 'передан',
    contractor: 'Новый подрядчик',
    addCandidate: 'Добавить кандидата',
    candidateName: 'Название',
    fits: 'Почему подходят',
    standing: 'Статус',
    chosen: 'выбран',
    question: 'Как быстро отвечаете в рабочий день?',
    more: 'Ещё о передаче',
    plan: 'План файлом календаря',
    saved: (name: string) => `Сохранено: ${name}`,
    finish: 'Завершить передачу',
    revoked: 'Отозван: Хостинг',
    kept: /каждый обязательный шаг подтверждён: слово сдержали/,
    close: 'Завершить и перенести в архив',
    closed: 'Завершена',
    retrospective: 'Ретроспектива',
    perhaps: 'возможно',
    archive: 'Архив',
    archived: ['Бюджет. Поговорили лично', 'передали за месяц', 'могут вернуться'],
    call: /^Звонок через месяц/,
  },
} as const;

interface Story {
  readonly app: Program;
  readonly hand: Hand;
  readonly language: Language;
}

const button = (place: Page | Locator, name: string | RegExp) =>
  place.getByRole('button', { name, ...(typeof name === 'string' && { exact: true }) });

/** The client leaves the board for the shelf, and its month begins. */
async function endWork({ app: { page }, hand, language }: Story): Promise<HandoffPage> {
  const { budget, reason, start, open, heading } = words[language];
  await expect(page.getByRole('article', { name: spindle })).toBeVisible();
  await hand.dropOnShelf(spindle);
  const dialog = page.getByRole('dialog');
  await hand.press(button(dialog, budget));
  await hand.write(dialog.getByRole('textbox'), reason);
  await hand.press(button(dialog, start));
  await hand.answer(button(page, open));
  const handoff = new HandoffPage(page, language);
  await handoff.expectHeading(heading);
  return handoff;
}

async function workOnThePlan({ app: { page }, hand, language }: Story, handoff: HandoffPage): Promise<void> {
  const { step, evidence, proof, done, weeks, addItem, item, keys, add } = words[language];
  await hand.press(handoff.step(step));
  await hand.write(page.getByRole('textbox', { name: evidence }), proof);
  await hand.press(button(page, done));
  await expect(handoff.step(step)).toBeChecked();
  await hand.press(button(page, addItem));
  await hand.write(page.getByRole('textbox', { name: item, exact: true }), keys);
  await hand.press(button(handoff.week(weeks[0]), add));
  await handoff.expectStepIn(weeks[0], keys);
  await hand.carryOn(handoff, keys, weeks[1]);
  await handoff.expectStepIn(weeks[1], keys);
}

async function fillRegisters({ app: { page }, hand, language }: Story): Promise<void> {
  const own = words[language];
  const accesses = page.getByRole('region', { name: own.accesses, exact: true });
  await hand.press(button(accesses, new RegExp(`^${own.state}: `)));
  const popover = page.getByRole('dialog', { name: own.hosting });
  await hand.press(button(popover, new RegExp(own.state)).first());
  await hand.press(page.getByRole('option', { name: own.handedOver, exact: true }));
  await expect(page.getByRole('listbox')).toBeHidden();
  await hand.leave(popover);
  await expect(accesses.getByRole('row', { name: own.hosting })).toContainText(own.handedOver);

  const contractor = page.getByRole('region', { name: own.contractor, exact: true });
  await hand.press(button(contractor, own.addCandidate));
  await hand.write(contractor.getByRole('textbox', { name: own.candidateName }), 'Depot 4');
  await hand.write(contractor.getByRole('textbox', { name: own.fits }), 'Wholesale & 1C');
  await hand.press(button(contractor, own.add));
  await hand.press(button(contractor, /Depot 4$/));
  await hand.write(contractor.getByRole('textbox', { name: own.question }), 'Same day');
  await hand.press(button(contractor, new RegExp(own.standing)).first());
  await hand.press(page.getByRole('option', { name: own.chosen, exact: true }));
  await hand.press(button(contractor, own.done));
  await expect(contractor.getByText(own.chosen, { exact: true })).toBeVisible();
}

/** Every file is opened by a program of others. */
async function takeDocuments({ app, hand, language }: Story, handoff: HandoffPage): Promise<void> {
  const { page } = app;
  const own = words[language];
  const files = {
    pdf: app.answerSaveDialog('handoff.pdf'),
    docx: app.answerSaveDialog('handoff.docx'),
    calendar: app.answerSaveDialog('plan.ics'),
  };
  await hand.press(handoff.exportButton);
  await handoff.expectToast(own.saved('handoff.pdf'));
  await hand.press(handoff.otherFormats);
  await hand.press(page.getByRole('menuitem', { name: 'Word (DOCX)' }));
  await handoff.expectToast(own.saved('handoff.docx'));
  await hand.press(button(page, own.more));
  await hand.press(page.getByRole('menuitem', { name: own.plan }));
  await handoff.expectToast(own.saved('plan.ics'));
  for (const format of ['pdf', 'docx'] as const) {
    const text = textOf[format](files[format]);
    for (const shown of [own.keys, own.hosting, 'Depot 4', 'Wholesale & 1C'])
      expect(text, format).toContain(plain(shown));
    for (const hidden of [own.reason, own.proof]) expect(text, format).not.toContain(plain(hidden));
  }
  const { handoffs } = await app.call('handoff.list', {});
  const { page: plan } = await app.call('handoff.open', { handoffId: handoffs[0]?.id ?? '' });
  const events: unknown = JSON.parse(
    execFileSync('/usr/bin/python3', ['-c', readCalendar, files.calendar], { encoding: 'utf8' }),
  );
  expect(events).toEqual(plan.items.map(({ title, dueOn }) => [`Веретено: ${title}`, dueOn]));
}

const readCalendar = `
import icalendar, json, sys
calendar = icalendar.Calendar.from_ical(open(sys.argv[1], 'rb').read())
print(json.dumps([[str(event['summary']), event['dtstart'].dt.isoformat()] for event in calendar.walk('VEVENT')]))
`;

/** The rest of the month, day by day. */
async function finishThePlan(app: Program): Promise<string> {
  const { handoffs } = await app.call('handoff.list', {});
  const handoffId = handoffs[0]?.id ?? '';
  const { page } = await app.call('handoff.open', { handoffId });
  const done = { state: 'done', evidence: 'shown' } as const;
  const open = page.items.filter(({ state }) => state !== 'done');
  await Promise.all(
    open.map(({ id }) => app.call('handoff.editItem', { commandId: randomUUID(), itemId: id, ...done })),
  );
  return handoffId;
}

async function close({ app: { page }, hand, language }: Story): Promise<void> {
  const own = words[language];
  await hand.press(button(page, own.finish));
  const dialog = page.getByRole('dialog');
  await expect(button(dialog, own.close)).toBeDisabled();
  await hand.press(button(dialog, own.revoked));
  await expect(dialog.getByText(own.kept)).toBeVisible();
  await hand.press(button(dialog, own.close));
  await expect(page.getByText(own.closed, { exact: true })).toBeVisible();
  const back = page.getByRole('region', { name: own.retrospective });
  await expect(back).toContainText(own.kept);
  await hand.press(back.getByRole('radio', { name: own.perhaps }));
  await expect(back.getByRole('radio', { name: own.perhaps })).toBeChecked();
}

for (const language of ['en', 'ru'] as const)
  test.describe(`in ${language}`, () => {
    test.use({ program: { language } });

    for (const [name, Way] of [
      ['by mouse', Mouse],
      ['by keyboard alone', Keyboard],
    ] as const)
      test(`a whole parting, from the drop on the shelf to the closed handoff, ${name}`, async ({ app }) => {
        test.slow();
        const own = words[language];
        const clientId = await setTheScene(app, language);
        const hosting = { name: own.hosting, owner: own.ours, renewalOn: null };
        await app.call('clients.addAsset', { commandId: randomUUID(), clientId, ...hosting });
        const story: Story = { app, hand: new Way(app.page), language };

        const handoff = await endWork(story);
        await workOnThePlan(story, handoff);
        await fillRegisters(story);
        await takeDocuments(story, handoff);
        const handoffId = await finishThePlan(app);
        await close(story);

        await app.restart();
        const { page } = await app.call('handoff.open', { handoffId });
        const { cards } = await app.call('board.load', {});
        expect([page.state, ...cards.map(({ stage }) => stage)]).toEqual(['closed', 'ended']);
        const { page: client } = await app.call('clients.open', { clientId });
        const care = client.tasks.find(({ title }) => own.call.test(title));
        expect((care?.dueOn ?? '') >= addDays(page.startOn, 60), 'the call on day 60').toBe(true);
        await new Way(app.page).press(button(app.page, new RegExp(`^${own.archive}`)));
        const row = app.page.getByRole('listitem').filter({ hasText: spindle });
        for (const shown of own.archived) await expect(row).toContainText(shown);
      });
  });
