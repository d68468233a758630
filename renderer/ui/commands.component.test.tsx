import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { type Command, listenToKeys, runCommand, useCommands } from './commands.ts';
import { closeOverlay, openOverlay } from './navigation.ts';
import { turnSingleKeys } from './session.ts';
import { show } from './testing.tsx';

const note = vi.fn();
const search = vi.fn();
const board = vi.fn();
const undo = vi.fn();
const larger = vi.fn();

const commands: readonly Command[] = [
  { id: 'quick-note', label: 'Quick note', section: 'note', keys: ['KeyN', 'Mod+KeyN'], run: note },
  { id: 'palette', label: 'Search', section: 'go', keys: ['Mod+KeyK'], run: search },
  { id: 'board', label: 'Board', section: 'go', keys: ['KeyG KeyB'], run: board },
  { id: 'undo', label: 'Undo', section: 'edit', keys: ['Mod+KeyZ'], isOffInText: true, run: undo },
  { id: 'larger-text', label: 'Larger', section: 'view', keys: ['Mod+Equal'], isAboveDialogs: true, run: larger },
];

function Place() {
  useCommands(commands);
  return (
    <>
      <button type="button">Card</button>
      <input aria-label="Name" />
    </>
  );
}

let leave = () => {};
let stop = () => {};

beforeEach(async () => {
  vi.clearAllMocks();
  stop = listenToKeys();
  leave = show(<Place />);
  await page.getByRole('button', { name: 'Card' }).click();
});

afterEach(() => {
  closeOverlay();
  turnSingleKeys(true);
  leave();
  stop();
});

function press(code: string, key: string, held: KeyboardEventInit = {}): void {
  document.activeElement?.dispatchEvent(
    new KeyboardEvent('keydown', { code, key, bubbles: true, cancelable: true, ...held }),
  );
}

test('a letter works by its place on the keyboard, in the Russian layout too', () => {
  press('KeyN', 'т');
  expect(note).toHaveBeenCalledOnce();
  press('KeyK', 'л', { ctrlKey: true });
  expect(search).toHaveBeenCalledOnce();
});

test('letters are off in a text field, keys with Ctrl are not', async () => {
  await page.getByRole('textbox', { name: 'Name' }).click();
  await userEvent.keyboard('n');
  await expect.element(page.getByRole('textbox', { name: 'Name' })).toHaveValue('n');
  expect(note).not.toHaveBeenCalled();
  press('KeyN', 'n', { ctrlKey: true });
  expect(note).toHaveBeenCalledOnce();
});

test('Ctrl Z belongs to the text field while one types', async () => {
  await page.getByRole('textbox', { name: 'Name' }).click();
  press('KeyZ', 'z', { ctrlKey: true });
  expect(undo).not.toHaveBeenCalled();
  await page.getByRole('button', { name: 'Card' }).click();
  press('KeyZ', 'z', { ctrlKey: true });
  expect(undo).toHaveBeenCalledOnce();
});

test('a chord needs its keys one after another', () => {
  press('KeyB', 'b');
  expect(board).not.toHaveBeenCalled();
  press('KeyG', 'п');
  press('KeyB', 'и');
  expect(board).toHaveBeenCalledOnce();
  press('KeyB', 'b');
  expect(board).toHaveBeenCalledOnce();
});

test('nothing happens behind an open dialog', () => {
  openOverlay({ name: 'palette' });
  press('KeyN', 'n');
  press('KeyK', 'k', { ctrlKey: true });
  expect(note).not.toHaveBeenCalled();
  expect(search).not.toHaveBeenCalled();
});

test('what does not belong to the page works in an open dialog too', () => {
  openOverlay({ name: 'palette' });
  press('Equal', '=', { ctrlKey: true });
  expect(larger).toHaveBeenCalledOnce();
  expect(runCommand('larger-text')).toBe(true);
});

test('single letters can be switched off', () => {
  turnSingleKeys(false);
  press('KeyN', 'n');
  press('KeyG', 'g');
  press('KeyB', 'b');
  expect(note).not.toHaveBeenCalled();
  expect(board).not.toHaveBeenCalled();
  press('KeyN', 'n', { ctrlKey: true });
  expect(note).toHaveBeenCalledOnce();
});

test('the menu runs nothing behind a dialog but undoing in its text', async () => {
  openOverlay({ name: 'new-client' });
  expect(runCommand('quick-note')).toBe(false);
  expect(runCommand('undo')).toBe(false);
  await page.getByRole('textbox', { name: 'Name' }).click();
  expect(runCommand('undo')).toBe(true);
  closeOverlay();
  const dialog = document.createElement('div');
  dialog.setAttribute('role', 'dialog');
  document.body.append(dialog);
  expect(runCommand('quick-note')).toBe(false);
  dialog.remove();
  expect(runCommand('quick-note')).toBe(true);
});

test('the menu runs a command by its name, until its page is gone', async () => {
  expect(runCommand('quick-note')).toBe(true);
  expect(note).toHaveBeenCalledOnce();
  leave();
  await expect.poll(() => runCommand('quick-note')).toBe(false);
});
