import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { ErrorCode } from '../shared/errors.ts';
import { App } from './app.tsx';
import { forgetBoard, useBoard } from './board/board-store.ts';
import { askForReason, dropReason } from './board/reason-store.ts';
import { Frame } from './ui/frame.tsx';
import { navigate, useNavigation } from './ui/navigation.ts';
import { applySettings, type Session, useSession } from './ui/session.ts';
import { cardWith, settingsWith } from './ui/test-data.ts';
import { answerBy, bridgeTo, show } from './ui/testing.tsx';
import { clearToasts } from './ui/toast.ts';

let leave = () => {};

afterEach(() => {
  leave();
  clearToasts();
  useSession.setState({ status: 'starting', refusal: null });
});

let asked = 0;

function openWithoutSettings(status: Session['status'], code: ErrorCode): void {
  asked = 0;
  bridgeTo((name) => {
    if (name === 'settings.load') asked += 1;
    return Promise.resolve({ ok: false, code, message: '' });
  });
  useSession.setState({ status });
  leave = show(<App />);
}

test('settings that cannot be read again leave the open window as it is', async () => {
  openWithoutSettings('ready', 'disk_error');
  await expect.poll(() => asked).toBeGreaterThan(0);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(useSession.getState().status).toBe('ready');
});

test.each([
  ['starting', 'disk_error'],
  ['ready', 'file_replaced'],
] as const)('a window that is %s is refused for %s', async (status, code) => {
  openWithoutSettings(status, code);
  await expect.poll(() => useSession.getState().status).toBe('refused');
});

test('a reason is asked for on every page, and stays while pages change', async () => {
  bridgeTo(() => Promise.resolve({ ok: false, code: 'unexpected', message: '' }));
  applySettings(settingsWith({}));
  navigate({ name: 'trash' });
  const card = cardWith({ stage: 'stagnation' });
  useBoard.setState({ saved: { [card.id]: card }, cards: { [card.id]: card } });
  leave = show(<App />);
  const opener = page.getByRole('button', { name: 'Settings' });
  await opener.click();
  askForReason({ stageChangeId: '1', clientId: card.id, stage: 'stagnation' });
  const field = page.getByRole('textbox', { name: 'Why is Alder in Fading?' });
  await expect.element(field).toHaveFocus();
  await field.fill('No plan');
  navigate({ name: 'trash' });
  await expect.element(page.getByRole('heading', { level: 1, name: 'Trash' })).toBeVisible();
  await expect.element(field).toHaveValue('No plan');
  await field.click();
  await userEvent.keyboard('{Escape}');
  await expect.element(field).not.toBeInTheDocument();
  await expect.element(opener).toHaveFocus();
  dropReason();
  forgetBoard();
});

test('a bug on the page of one client does not hide the page of another', async () => {
  answerBy((_name, input) => {
    const broken = { ok: true, value: { revision: 1, page: { card: { id: 'first', name: 'Alder' } } } };
    return JSON.stringify(input).includes('first') ? broken : { ok: false, code: 'not_found', message: '' };
  });
  applySettings(settingsWith({}));
  navigate({ name: 'client', clientId: 'first' });
  leave = show(<App />);
  await expect.element(page.getByText('This page could not be shown')).toBeVisible();
  navigate({ name: 'client', clientId: 'second' });
  await expect.element(page.getByText('The client could not be read')).toBeVisible();
  await page.getByRole('button', { name: 'To the board' }).click();
  expect(useNavigation.getState().route.name).toBe('board');
});

function Broken(): never {
  throw new Error('a bug in a dialog');
}

test('a bug in a dialog leaves the page and what is typed in it', async () => {
  bridgeTo(() => Promise.resolve({ ok: false, code: 'unexpected', message: '' }));
  useNavigation.setState({ overlay: { name: 'palette' } });
  leave = show(
    <Frame hasSideBar={false} overlays={<Broken />}>
      <p>The page</p>
    </Frame>,
  );
  await expect.element(page.getByText('The page')).toBeVisible();
  await expect.poll(() => useNavigation.getState().overlay).toBeNull();
});
