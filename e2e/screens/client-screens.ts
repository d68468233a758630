import type { Page } from '@playwright/test';
import type { Names } from './names.ts';
import { onSample, openClient, type Screen } from './screen.ts';

async function openDossier(page: Page, { alder, dossier, domain }: Names): Promise<void> {
  await openClient(page, alder);
  await page.getByRole('tab', { name: dossier }).click();
  await page.getByRole('button', { name: domain }).first().waitFor();
}

/** The tab, with these sections unfolded. */
async function openPlaybook(page: Page, name: string, tab: string, unfolded: readonly string[] = []): Promise<void> {
  await openClient(page, name);
  await page.getByRole('tab', { name: tab }).click();
  await page.getByRole('heading', { level: 2 }).first().waitFor();
  for (const title of unfolded) {
    const head = page.getByRole('tabpanel').getByRole('button', { name: title });
    if ((await head.getAttribute('aria-expanded')) === 'false') await head.click();
  }
}

/** An empty draft vanishes. */
async function emptyNote(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: /^(Text of the note|Текст заметки)$/ }).click();
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
}

/** The note is written elsewhere while it is typed: the page itself stands in for the other hand. */
async function showTwoTexts(page: Page, { alder, note }: Names): Promise<void> {
  await openClient(page, alder);
  await page.keyboard.press('n');
  await page.keyboard.type(note);
  await page
    .getByRole('status')
    .filter({ hasText: /^(Saved at|Сохранено в)/ })
    .waitFor();
  const typing = page.keyboard.type(', 27.11, 27.11, 27.11', { delay: 100 });
  await page.evaluate(async () => {
    const names = await window.rapport.call('clients.names', {});
    const found = names.ok ? names.value.clients.find(({ name }) => /Alder|Ольха/.test(name)) : undefined;
    const opened = await window.rapport.call('clients.open', { clientId: found?.id ?? '' });
    const noteId = opened.ok ? (opened.value.page.draftNoteId ?? '') : '';
    const read = await window.rapport.call('notes.open', { noteId });
    if (!read.ok) return;
    const { clientId, happenedAt, initiatedBy, attendees, body } = read.value.note;
    const commandId = crypto.randomUUID();
    const words = { kind: 'meeting', body: `${body}, 30.11`, finished: false } as const;
    await window.rapport.call('notes.write', {
      commandId,
      noteId,
      clientId,
      happenedAt,
      initiatedBy,
      attendees,
      ...words,
    });
  });
  await typing;
  await page.getByRole('button', { name: /^(Keep mine|Оставить мой)$/ }).waitFor();
}

async function openWork(page: Page, client: string, { work }: Names): Promise<void> {
  await openClient(page, client);
  await page.getByRole('tab', { name: work }).click();
  await page.getByRole('region', { name: /^(Goals|Цели)$/ }).waitFor();
}

/** The page of a client. */
export const clientScreens: readonly Screen[] = [
  onSample('client', (page, { alder }) => openClient(page, alder)),
  {
    name: 'client-note',
    file: 'sample',
    show: async (page, { alder, note }) => {
      await openClient(page, alder);
      await page.keyboard.press('n');
      await page.keyboard.type(note);
    },
    leave: emptyNote,
  },
  {
    name: 'client-templates',
    file: 'sample',
    show: async (page, { alder }) => {
      await openClient(page, alder);
      await page.keyboard.press('n');
      await page.getByRole('button', { name: /^(Template|Шаблон)$/ }).click();
      await page.getByRole('menu').waitFor();
    },
  },
  {
    name: 'client-template',
    file: 'sample',
    show: async (page, { alder }) => {
      await openClient(page, alder);
      await page.keyboard.press('n');
      await page.getByRole('button', { name: /^(Template|Шаблон)$/ }).click();
      await page.getByRole('menuitem', { name: /^(Quarterly review|Квартальный обзор)/ }).click();
      await page
        .getByRole('textbox', { name: /^(Text of the note|Текст заметки)$/ })
        .filter({ hasText: /(Agreed|Договорились)/ })
        .waitFor();
    },
    leave: emptyNote,
  },
  {
    name: 'client-template-list',
    file: 'sample',
    show: async (page, { alder }) => {
      await openClient(page, alder);
      await page.keyboard.press('n');
      await page.keyboard.type('/');
      await page.getByRole('listbox').waitFor();
    },
    leave: emptyNote,
  },
  {
    name: 'client-two-texts',
    file: 'sample',
    show: showTwoTexts,
    leave: async (page) => {
      await page.getByRole('button', { name: /^(Keep mine|Оставить мой)$/ }).click();
      await emptyNote(page);
    },
  },
  onSample('client-note-versions', async (page, { alder, versions }) => {
    await openClient(page, alder);
    await page
      .getByRole('article')
      .getByRole('button', { name: /^(More|Ещё): / })
      .first()
      .click();
    await page.getByRole('menuitem', { name: versions }).click();
    await page.getByRole('region', { name: /^(Text of the version|Текст версии)$/ }).waitFor();
  }),
  onSample('move-client', async (page, { alder, stable }) => {
    await openClient(page, alder);
    await page.getByRole('button', { name: stable }).first().click();
    await page.getByRole('dialog').or(page.getByRole('menu')).first().waitFor();
  }),
  onSample('client-path', async (page, { alder, stable }) => {
    await openClient(page, alder);
    await page.getByRole('button', { name: new RegExp(`(in|в) «?${stable.slice(0, 8)}.*\\d`) }).click();
    await page.getByRole('dialog').waitFor();
  }),
  onSample('client-person', async (page, { alder, addPerson }) => {
    await openClient(page, alder);
    await page.getByRole('button', { name: addPerson }).click();
    await page.getByRole('textbox').last().waitFor();
  }),
  onSample('client-work', (page, words) => openWork(page, words.alder, words)),
  onSample('client-work-below', async (page, words) => {
    await openWork(page, words.alder, words);
    await page.getByRole('button', { name: words.addEngagement }).scrollIntoViewIfNeeded();
    await page.mouse.wheel(0, 2000);
  }),
  onSample('client-work-differs', (page, words) => openWork(page, words.kitewell, words)),
  onSample('client-readings', async (page, words) => {
    await openWork(page, words.alder, words);
    await page.getByRole('button', { name: new RegExp(`^(More|Ещё): ${words.figure}`) }).click();
    await page.getByRole('menuitem', { name: words.paste }).click();
    await page.getByRole('textbox').last().fill(words.rows);
    await page.getByRole('table').last().waitFor();
  }),
  onSample('client-engagement', async (page, words) => {
    await openWork(page, words.alder, words);
    await page.getByRole('button', { name: words.addEngagement }).click();
    await page.getByRole('dialog').waitFor();
  }),
  onSample('client-suggestion', async (page, { flax, markIt }) => {
    await openClient(page, flax);
    await page.getByRole('button', { name: markIt, exact: true }).waitFor();
  }),
  onSample('client-signal', async (page, { alder, markSignal }) => {
    await openClient(page, alder);
    await page.getByRole('button', { name: markSignal }).click();
    await page.getByRole('dialog').waitFor();
  }),
  onSample('client-why', async (page, { kitewell }) => {
    await openClient(page, kitewell);
    await page
      .getByRole('button', { name: /^(Why|Почему)\? .*(norm|норма)/ })
      .first()
      .click();
    await page
      .getByRole('textbox', { name: /^(Days for this client|Дней для этого клиента)$/ })
      .scrollIntoViewIfNeeded();
  }),
  onSample('client-receipt', async (page, { alder }) => {
    await openClient(page, alder);
    const fold = page.getByRole('button', { name: /^(How it adds up|Из чего сложилось)$/ });
    if ((await fold.getAttribute('aria-expanded')) === 'false') await fold.click();
    await page.getByRole('table', { name: /^(How it adds up|Из чего сложилось)$/ }).scrollIntoViewIfNeeded();
  }),
  onSample('client-dossier', openDossier),
  onSample('client-dossier-drill', async (page, words) => {
    await openDossier(page, words);
    await page.getByRole('button', { name: words.drill }).click();
    await page.getByRole('dialog').getByRole('heading', { level: 3 }).first().waitFor();
  }),
  onSample('client-accounts', async (page, names) => {
    await openDossier(page, names);
    await page.getByRole('button', { name: names.domain }).last().scrollIntoViewIfNeeded();
  }),
  onSample('playbook', (page, { alder, playbook }) => openPlaybook(page, alder, playbook)),
  onSample('playbook-trial', async (page, { flax, playbook }) => {
    await openPlaybook(page, flax, playbook);
    await page.getByRole('tabpanel').getByRole('figure').scrollIntoViewIfNeeded();
  }),
  onSample('playbook-known', async (page, { alder, playbook, known }) => {
    await openPlaybook(page, alder, playbook, known);
    await page.getByRole('tabpanel').getByRole('button', { name: known[0] }).scrollIntoViewIfNeeded();
  }),
];
