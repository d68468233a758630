import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { CallName, CallOutput } from '../../shared/contract/contract.ts';
import type { TrashEntry } from '../../shared/contract/safety.ts';
import type { SalvageReport } from '../../shared/contract/salvage.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import { beforeClosing } from '../ui/closing.ts';
import { refuseSession, useSession } from '../ui/session.ts';
import { answerAndTell, answerBy, show } from '../ui/testing.tsx';
import { useAnnouncements } from '../ui/announce.ts';
import { sentenceForCode } from '../ui/error-sentences.ts';
import { useToasts } from '../ui/toast.ts';
import { FootBanners } from './foot-banners.tsx';
import { RefusalPage } from './refusal-page.tsx';
import { TrashPage } from './trash-page.tsx';

const asked = vi.fn();
let state: CallOutput<'safety.state'>;
let entries: readonly TrashEntry[];
let refused: ErrorCode | null;
let leave = () => {};
let tell: ReturnType<typeof answerAndTell>;
/** Why a backup does not take the place of the file; null when it does. */
let restoring: (passphrase: string) => ErrorCode | null;

const answers = (): Readonly<Partial<Record<CallName, unknown>>> => ({
  'safety.state': state,
  'safety.trash': { entries },
  'safety.salvage': { report },
  'erasing.erasures': { erasures: [] },
});

beforeEach(() => {
  asked.mockClear();
  entries = [];
  refused = null;
  restoring = () => refused;
  state = {
    dataFolder: '/data',
    backupFolder: '/data/backups',
    fileBytes: 1,
    lastBackupAt: null,
    backups: [
      {
        name: 'one.db',
        madeAt: '2026-11-22T09:12:00.000Z',
        bytes: 1,
        clients: 16,
        notes: 3,
        isSmaller: false,
        isInSecond: false,
      },
    ],
    warning: null,
    rescuedIn: null,
    rescued: null,
  };
  tell = answerAndTell((name, input) => {
    asked(name, input);
    const given: unknown = Reflect.get(input, 'passphrase');
    const refusal = name === 'safety.restoreBackup' ? restoring(typeof given === 'string' ? given : '') : refused;
    if (refusal !== null) return { ok: false, code: refusal, message: '' };
    return { ok: true, value: Reflect.get(answers(), name) ?? {} };
  });
});
afterEach(() => {
  leave();
  useSession.setState({ status: 'starting', refusal: null, settings: null });
});

const names = () => asked.mock.calls.map(([name]) => name);

test('a broken file: the backup comes first, and pressing it puts it in place', async () => {
  refuseSession('file_damaged');
  leave = show(<RefusalPage />);
  await expect.element(page.getByRole('heading', { name: 'The data could not be opened' })).toBeVisible();
  await expect.element(page.getByText('/data')).toBeVisible();
  const backup = page.getByRole('button', { name: /^Open the backup of November 22, \d\d:\d\d \(16 clients\)$/ });
  await backup.click();
  expect(asked).toHaveBeenCalledWith('safety.restoreBackup', { name: 'one.db' });
});

test('an encrypted backup asks for its passphrase, until it is the right one', async () => {
  refuseSession('file_damaged');
  const refusals: Readonly<Record<string, ErrorCode>> = { '': 'passphrase_needed', wrong: 'passphrase_wrong' };
  restoring = (passphrase) => refusals[passphrase] ?? null;
  leave = show(<RefusalPage />);
  await page.getByRole('button', { name: /^Open the backup/ }).click();
  const dialog = page.getByRole('dialog', { name: 'This backup is encrypted' });
  const field = dialog.getByLabelText('Passphrase of this backup');
  await expect.element(field).toHaveFocus();
  await expect.element(field).toHaveAttribute('type', 'password');
  await field.fill('wrong');
  await userEvent.keyboard('{Enter}');
  await expect.element(dialog.getByText(sentenceForCode('passphrase_wrong'))).toBeVisible();
  await field.fill('alders bloom before the leaves');
  await dialog.getByRole('button', { name: 'Open the backup' }).click();
  await expect
    .poll(() => asked)
    .toHaveBeenLastCalledWith('safety.restoreBackup', {
      name: 'one.db',
      passphrase: 'alders bloom before the leaves',
    });
});

test('a backup is not offered where there is none', async () => {
  state = { ...state, backups: [] };
  refuseSession('file_damaged');
  leave = show(<RefusalPage />);
  await expect.element(page.getByRole('button', { name: 'Choose a folder' })).toBeVisible();
  expect(page.getByRole('button', { name: /backup/ }).elements()).toHaveLength(0);
});

test('a backup that is damaged as well gives way to the one before it', async () => {
  const [one] = state.backups;
  if (!one) throw new Error('no backup');
  state = { ...state, backups: [one, { ...one, name: 'two.db', clients: 15 }] };
  refuseSession('file_damaged');
  leave = show(<RefusalPage />);
  const first = page.getByRole('button', { name: /16 clients/ });
  await expect.element(first).toBeVisible();
  refused = 'backup_damaged';
  await first.click();
  await expect.element(page.getByText(/That backup is damaged as well/)).toBeVisible();
  refused = null;
  await page.getByRole('button', { name: /15 clients/ }).click();
  expect(asked).toHaveBeenLastCalledWith('safety.restoreBackup', { name: 'two.db' });
});

test('an encrypted one that is damaged gives way as well', async () => {
  const [one] = state.backups;
  if (!one) throw new Error('no backup');
  state = { ...state, backups: [one, { ...one, name: 'two.db', clients: 15 }] };
  refuseSession('file_damaged');
  restoring = (passphrase) => (passphrase === '' ? 'passphrase_needed' : 'backup_damaged');
  leave = show(<RefusalPage />);
  await page.getByRole('button', { name: /16 clients/ }).click();
  const dialog = page.getByRole('dialog', { name: 'This backup is encrypted' });
  await dialog.getByLabelText('Passphrase of this backup').fill('alders bloom before the leaves');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText(/That backup is damaged as well/)).toBeVisible();
  await expect.element(dialog).not.toBeInTheDocument();
  restoring = () => null;
  await page.getByRole('button', { name: /15 clients/ }).click();
  expect(asked).toHaveBeenLastCalledWith('safety.restoreBackup', { name: 'two.db' });
});

test('an older backup, or one of the second folder, is chosen where the newest is not wanted', async () => {
  refuseSession('file_foreign');
  leave = show(<RefusalPage />);
  await expect.element(page.getByRole('button', { name: /16 clients/ })).toBeVisible();
  expect(page.getByRole('button', { name: 'Another backup…' }).elements()).toHaveLength(0);
  const [one] = state.backups;
  if (!one) throw new Error('no backup');
  // The second folder has answered by now.
  state = { ...state, backups: [one, { ...one, name: 'two.db', clients: 15, isInSecond: true }] };
  tell({ revision: 0, areas: ['safety'] });
  await page.getByRole('button', { name: 'Another backup…' }).click();
  await page.getByRole('menuitem', { name: /from the second folder.*15 clients/ }).click();
  expect(asked).toHaveBeenLastCalledWith('safety.restoreBackup', { name: 'two.db' });
});

const report: SalvageReport = {
  saved: 41,
  rebuilt: 3,
  kinds: [
    { kind: 'client', saved: 16, lost: 0, doubtful: { count: 0, names: [] } },
    { kind: 'note', saved: 25, lost: 2, doubtful: { count: 1, names: ['Call of Monday'] } },
  ],
  unplaced: 1,
  standIns: 0,
  lostHistory: 7,
  fixedCommands: 1,
  unreadablePages: 4,
  isUncertain: false,
};

test('what can be saved is told, with what cannot, before anything is opened', async () => {
  refuseSession('file_damaged');
  leave = show(<RefusalPage />);
  await page.getByRole('button', { name: 'See what can be saved' }).click();
  await expect.element(page.getByRole('heading', { name: 'What can be saved' })).toHaveFocus();
  await expect.element(page.getByRole('row', { name: 'Notes 25 2 1 Call of Monday' })).toBeVisible();
  for (const words of [
    /41.records could be read/,
    /4.pages of the file cannot be read/,
    /3.records were put together/,
    /7.entries .* lost/,
    /1.row could/,
  ])
    await expect.element(page.getByText(words)).toBeVisible();
  expect(names()).not.toContain('safety.openSalvaged');
  await page.getByRole('button', { name: 'Open what was saved' }).click();
  expect(names()).toContain('safety.openSalvaged');
});

test('while a broken file is read, it says how far it is', async () => {
  refuseSession('file_damaged');
  const salvaged = Promise.withResolvers<unknown>();
  answerBy((name) => {
    if (name === 'safety.salvage') return salvaged.promise;
    return { ok: true, value: name === 'safety.state' ? state : { percent: 42 } };
  });
  leave = show(<RefusalPage />);
  await page.getByRole('button', { name: 'See what can be saved' }).click();
  const bar = page.getByRole('progressbar', { name: 'Reading what the file still holds' });
  await expect.element(bar).toHaveAttribute('aria-valuenow', '42');
  salvaged.resolve({ ok: true, value: { report } });
  await expect.element(page.getByRole('heading', { name: 'What can be saved' })).toHaveFocus();
  expect(bar.elements()).toHaveLength(0);
});

test('damage that is met at work is said at once, and leads to the ways out', async () => {
  state = { ...state, warning: 'file_damaged' };
  leave = show(<FootBanners />);
  await expect.element(page.getByRole('alert').getByText(/Nothing more is saved in it/)).toBeVisible();
  await page.getByRole('button', { name: 'See what can be done' }).click();
  await expect.poll(() => asked).toHaveBeenCalledWith('settings.leaveSample', {});
});

const codes: readonly ErrorCode[] = [
  'file_newer',
  'file_foreign',
  'file_damaged',
  'file_not_database',
  'file_missing',
  'file_in_use',
  'file_in_use_silent',
  'folder_synced',
  'folder_not_writable',
  'disk_full',
  'disk_error',
  'unexpected',
];
test.each(codes)('%s leaves at least one way out, in Russian too', async (code) => {
  refuseSession(code);
  leave = show(<RefusalPage />, 'ru');
  await expect.element(page.getByRole('alert')).toBeVisible();
  await expect.poll(() => page.getByRole('button').elements().length).toBeGreaterThan(0);
  expect(page.getByRole('alert').element().textContent).toMatch(/[а-яё]{4}/);
});

test.each<ErrorCode>(['disk_full', 'disk_error'])('%s says nothing of saving where nothing is open', async (code) => {
  refuseSession(code);
  leave = show(<RefusalPage />);
  await expect.element(page.getByText(/^The disk .+ try again/)).toBeVisible();
  expect(page.getByText(/Could not save/).elements()).toHaveLength(0);
});

test('the trash gives a record back and says so with a way to undo', async () => {
  entries = [
    {
      id: 'a',
      kind: 'note',
      title: 'Call with Paul',
      clientName: 'Alder Furniture',
      deletedAt: '2026-11-22T09:12:00.000Z',
      deletedBy: null,
      daysLeft: 29,
    },
  ];
  leave = show(<TrashPage />);
  await expect.element(page.getByRole('rowheader', { name: 'Call with Paul Note' })).toBeVisible();
  await expect.element(page.getByRole('cell', { name: 'Alder Furniture' })).toBeVisible();
  await expect.element(page.getByRole('cell', { name: '29 days' })).toBeVisible();
  await page.getByRole('button', { name: 'Restore Call with Paul' }).click();
  await expect.poll(() => useToasts.getState().shown?.text).toBe('Call with Paul is back');
  expect(asked).toHaveBeenCalledWith('safety.restore', { commandId: expect.any(String), kind: 'note', id: 'a' });
});

test('a calendar that comes back from the trash is in force only when it is chosen again', async () => {
  entries = [
    {
      id: 'c',
      kind: 'work_calendar',
      title: 'Calendar of the bureau',
      clientName: '',
      deletedAt: '2026-11-22T09:12:00.000Z',
      deletedBy: null,
      daysLeft: 29,
    },
  ];
  leave = show(<TrashPage />);
  await page.getByRole('button', { name: 'Restore Calendar of the bureau' }).click();
  await expect
    .poll(() => useToasts.getState().shown?.text)
    .toMatch(/is back\. To plan by it again, choose it in Settings/);
});

test('a record without words of its own is told by its day, its period or the catalogue', async () => {
  const base = { clientName: 'Ольха', deletedAt: '2026-11-22T09:12:00.000Z', deletedBy: null, daysLeft: 29 };
  entries = [
    { ...base, id: 'a', kind: 'report', title: '2026-Q3' },
    { ...base, id: 'b', kind: 'signal_mark', title: 'a code of tomorrow' },
    { ...base, id: 'c', kind: 'kpi', title: 'Повторные заказы' },
    { ...base, id: 'd', kind: 'engagement', title: '' },
  ];
  leave = show(<TrashPage />, 'ru');
  await expect.element(page.getByRole('rowheader', { name: /III квартал 2026 ?Отчёт/u })).toBeVisible();
  await expect.element(page.getByRole('rowheader', { name: /a code of tomorrow ?Сигнал/u })).toBeVisible();
  await expect.element(page.getByRole('rowheader', { name: /без названия ?Работа/u })).toBeVisible();
  await page.getByRole('button', { name: 'Вернуть: Повторные заказы' }).click();
  expect(asked).toHaveBeenCalledWith('safety.restore', { commandId: expect.any(String), kind: 'kpi', id: 'c' });
});

test('an empty trash says how long things are kept', async () => {
  leave = show(<TrashPage />);
  await expect.element(page.getByRole('heading', { name: 'The trash is empty' })).toBeVisible();
});

test('a trash that cannot be read says why and is read again', async () => {
  refused = 'disk_error';
  leave = show(<TrashPage />);
  await expect.element(page.getByRole('heading', { name: 'The trash could not be read' })).toBeVisible();
  refused = null;
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.element(page.getByRole('heading', { name: 'The trash is empty' })).toBeVisible();
});

test('a backup that is made after all is said, and the keyboard goes on where it can', async () => {
  state = { ...state, warning: 'backup_failed' };
  const tell = answerBy((name) => {
    if (name === 'safety.state') return { ok: true, value: state };
    return refused === null ? { ok: true, value: {} } : { ok: false, code: refused, message: '' };
  });
  leave = show(
    <main tabIndex={-1}>
      <FootBanners />
    </main>,
  );
  const again = page.getByRole('button', { name: 'Back up now' });
  await expect.element(again).toBeVisible();
  again.element().focus();
  refused = 'backup_failed';
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => useToasts.getState().shown?.text).toContain('The backup was not made');
  await expect.element(again).toHaveFocus();
  refused = null;
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => useAnnouncements.getState().polite).toBe('The backup is made');
  state = { ...state, warning: null };
  tell({ revision: 1, areas: ['safety'] });
  await expect.element(page.getByRole('main')).toHaveFocus();
});

test('a file that was taken away is said at once, with a way on', async () => {
  state = { ...state, warning: 'file_replaced', rescuedIn: '/elsewhere' };
  leave = show(<FootBanners />);
  await expect.element(page.getByRole('alert').getByText(/rapport-rescued.* in the folder \/elsewhere/)).toBeVisible();
  await page.getByRole('button', { name: 'Open the file anew' }).click();
  await expect.poll(() => asked).toHaveBeenCalledWith('settings.leaveSample', {});
});

test('a file that is not rescued yet is not said to be, nor let go of', async () => {
  state = { ...state, warning: 'file_not_rescued' };
  leave = show(<FootBanners />);
  await expect.element(page.getByRole('alert').getByText(/could not be rescued yet/)).toBeVisible();
  expect(page.getByRole('button', { name: 'Open the file anew' }).elements()).toHaveLength(0);
});

test('what is typed is saved into the file that is opened anew, before the page is', async () => {
  let isSaved = false;
  const forget = beforeClosing(() => {
    asked('save', {});
    return Promise.resolve(isSaved);
  });
  state = { ...state, warning: 'file_replaced', rescuedIn: '/data' };
  leave = show(<FootBanners />);
  await page.getByRole('button', { name: 'Open the file anew' }).click();
  await expect.element(page.getByRole('alert').getByText(/could not be saved/)).toBeVisible();
  expect(asked.mock.calls.slice(-2)).toEqual([
    ['settings.leaveSample', { pageStays: true }],
    ['save', {}],
  ]);
  expect(asked).not.toHaveBeenCalledWith('settings.leaveSample', {});
  await page.getByRole('button', { name: 'Open without saving' }).click();
  await expect.poll(() => asked).toHaveBeenCalledWith('settings.leaveSample', {});
  leave();
  asked.mockClear();
  isSaved = true;
  leave = show(<FootBanners />);
  await page.getByRole('button', { name: 'Open the file anew' }).click();
  await expect.poll(() => asked).toHaveBeenCalledWith('settings.leaveSample', {});
  forget();
});

test('nothing stands at the foot when all is well', async () => {
  leave = show(<FootBanners />);
  await expect.poll(() => names()).toContain('safety.state');
  expect(page.getByRole('paragraph').elements()).toHaveLength(0);
});
