import { goTo, onSample, type Screen } from './screen.ts';

/** Lists and settings. */
export const listScreens: readonly Screen[] = [
  onSample('attention', (page, { attention }) => goTo(page, attention)),
  onSample('attention-snooze', async (page, { attention, snooze }) => {
    await goTo(page, attention);
    await page.getByRole('button', { name: snooze }).first().click();
    await page.getByRole('dialog').waitFor();
  }),
  onSample('attention-reschedule', async (page, { attention, reschedule }) => {
    await goTo(page, attention);
    await page.getByRole('button', { name: reschedule }).first().click();
    await page.getByRole('dialog').waitFor();
  }),
  onSample('attention-snoozed', async (page, { attention, snoozed }) => {
    await goTo(page, attention);
    const fold = page.getByRole('button', { name: snoozed });
    if ((await fold.getAttribute('aria-expanded')) === 'false') await fold.click();
    await page.getByRole('listitem').last().scrollIntoViewIfNeeded();
  }),
  onSample('archive', (page, { archive }) => goTo(page, archive)),
  onSample('trash', (page, { trash }) => goTo(page, trash)),
  onSample('backups', async (page, { backups, allBackups }) => {
    await page.getByRole('button', { name: allBackups }).click();
    await page.getByRole('heading', { level: 1, name: backups }).waitFor();
  }),
  {
    name: 'backups-own',
    file: 'bare',
    show: async (page, { backups, allBackups }, app) => {
      await app.call('safety.backUpNow', {});
      await page.getByRole('button', { name: allBackups }).click();
      await page.getByRole('heading', { level: 1, name: backups }).waitFor();
      await page.getByRole('table').first().waitFor();
    },
  },
  {
    name: 'backups-restore',
    file: 'bare',
    show: async (page, { allBackups, restoreOf }, app) => {
      await app.call('safety.backUpNow', {});
      const { clients } = await app.call('clients.names', {});
      await app.call('clients.edit', {
        commandId: crypto.randomUUID(),
        clientId: clients[0]?.id ?? '',
        contactNormDays: 17,
      });
      await app.call('board.createClient', { commandId: crypto.randomUUID(), name: 'Kestrel', stage: 'stable' });
      await page.getByRole('button', { name: allBackups }).click();
      await page.getByRole('button', { name: restoreOf }).first().click();
      await page.getByRole('dialog').getByRole('table').waitFor();
    },
  },
  {
    name: 'backups-sealed',
    file: 'bare',
    show: async (page, { allBackups, backups }, app) => {
      app.answerFolderDialog(app.exportFolder);
      await app.call('safety.chooseSecondFolder', {});
      await app.call('safety.sealBackups', { passphrase: 'alders bloom before the leaves' });
      await app.call('safety.backUpNow', {});
      await app.call('safety.fillSecondFolder', {});
      await page.getByRole('button', { name: allBackups }).click();
      await page.getByRole('heading', { level: 1, name: backups }).waitFor();
      await page.getByRole('table').first().waitFor();
    },
    leave: async (_page, app) => {
      await app.call('safety.endSealing', {});
      await app.call('safety.leaveSecondFolder', {});
    },
  },
  {
    name: 'backups-passphrase',
    file: 'bare',
    show: async (page, { allBackups, setPassphrase }) => {
      await page.getByRole('button', { name: allBackups }).click();
      await page.getByRole('button', { name: setPassphrase }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  onSample('settings', (page, { settings }) => goTo(page, settings)),
  ...[
    'reminders',
    'data',
    'agency',
    'partners',
    'stages',
    'templates',
    'about',
    'working-days',
    'handoff-templates',
    'keys',
  ].map((section, index) =>
    onSample(`settings-${section}`, async (page, { settings, sections }) => {
      await goTo(page, settings);
      const link = page.getByRole('main').getByText(sections[index] ?? '', { exact: true });
      await link.first().click();
    }),
  ),
  onSample('settings-handoff-item', async (page, { settings, sections, templateItem }) => {
    await goTo(page, settings);
    await page.getByRole('main').getByText(sections[8], { exact: true }).first().click();
    await page.getByRole('button', { name: templateItem }).click();
  }),
  onSample('settings-handoff-preview', async (page, { settings, sections }) => {
    await goTo(page, settings);
    await page.getByRole('main').getByText(sections[8], { exact: true }).first().click();
    await page.getByRole('button', { name: /^(?:Preview|Предпросмотр)$/ }).click();
    await page.frameLocator('iframe').getByRole('heading').first().waitFor();
  }),
  onSample('settings-stage-open', async (page, { settings, sections, offeredFirst, otherLanguage }) => {
    await goTo(page, settings);
    await page
      .getByRole('main')
      .getByText(sections[4] ?? '', { exact: true })
      .first()
      .click();
    const stage = page
      .getByRole('list')
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading', { level: 3 }) });
    for (const name of [offeredFirst, otherLanguage]) {
      const fold = stage.first().getByRole('button', { name });
      if ((await fold.getAttribute('aria-expanded')) === 'false') await fold.click();
    }
  }),
  onSample('settings-template', async (page, { settings, sections }) => {
    await goTo(page, settings);
    await page.getByRole('main').getByText(sections[5], { exact: true }).first().click();
    const fold = page
      .getByRole('main')
      .getByRole('button', { name: /^(Quarterly review|Квартальный обзор)/ })
      .first();
    if ((await fold.getAttribute('aria-expanded')) === 'false') await fold.click();
  }),
  onSample('settings-next-year', async (page, { settings, sections, nextYear }) => {
    await goTo(page, settings);
    await page.getByRole('main').getByText(sections[7], { exact: true }).first().click();
    await page.getByRole('button', { name: nextYear }).click();
  }),
  onSample('key-sheet', async (page) => {
    await page.keyboard.press('Shift+?');
    await page.getByRole('dialog').waitFor();
  }),
];
