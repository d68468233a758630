import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Announcer } from './announcer.tsx';
import { show } from './testing.tsx';
import { clearToasts, showToast } from './toast.ts';
import { Toaster } from './toaster.tsx';

let leave = () => {};

beforeEach(() => {
  leave = show(
    <>
      <button type="button">Elsewhere</button>
      <Toaster />
      <Announcer />
    </>,
  );
});

afterEach(() => {
  clearToasts();
  leave();
  vi.useRealTimers();
});

const toast = (name: string) => page.getByRole('group', { name });

test('news replaces news, and each is said to screen readers', async () => {
  showToast({ text: 'Alder is now in Fading' });
  await expect.element(toast('Alder is now in Fading')).toBeVisible();
  showToast({ text: 'Spindle is now in Steady' });
  await expect.element(toast('Spindle is now in Steady')).toBeVisible();
  await expect.element(toast('Alder is now in Fading')).not.toBeInTheDocument();
  await expect.element(page.getByRole('status')).toHaveTextContent('Spindle is now in Steady');
});

test.each(['acquaintance', 'ended'] as const)('the glyph of %s is drawn as brightly as the words', async (stage) => {
  showToast({ text: 'Moved', stage });
  await expect.element(toast('Moved')).toBeVisible();
  const glyph = document.querySelector(`svg[data-stage="${stage}"]`);
  expect(glyph === null ? '' : getComputedStyle(glyph).color).toBe(getComputedStyle(toast('Moved').element()).color);
});

test('an error keeps its time: what comes later waits until it is closed', async () => {
  showToast({ text: 'The disk is full', tone: 'danger' });
  showToast({ text: 'Note is in the trash' });
  await expect.element(toast('The disk is full')).toBeVisible();
  await expect.element(page.getByRole('alert')).toHaveTextContent('The disk is full');
  await toast('The disk is full').getByRole('button', { name: 'Close' }).click();
  await expect.element(toast('Note is in the trash')).toBeVisible();
});

test('F6 goes into the toast and back; the action runs once and returns the focus', async () => {
  const undo = vi.fn();
  await page.getByRole('button', { name: 'Elsewhere' }).click();
  showToast({ text: 'Moved', actions: [{ label: 'Undo', keys: 'Mod+KeyZ', run: undo }] });
  const action = page.getByRole('button', { name: 'Undo' });
  await expect.element(action).toBeVisible();
  await userEvent.keyboard('{F6}');
  await expect.element(action).toHaveFocus();
  await userEvent.keyboard('{F6}');
  await expect.element(page.getByRole('button', { name: 'Elsewhere' })).toHaveFocus();
  await userEvent.keyboard('{F6}{Enter}');
  await expect.element(toast('Moved')).not.toBeInTheDocument();
  await expect.element(page.getByRole('button', { name: 'Elsewhere' })).toHaveFocus();
  expect(undo).toHaveBeenCalledOnce();
});

test('Escape inside the toast closes it', async () => {
  await page.getByRole('button', { name: 'Elsewhere' }).click();
  showToast({ text: 'Moved', actions: [{ label: 'Undo', run: () => {} }] });
  await expect.element(toast('Moved')).toBeVisible();
  await userEvent.keyboard('{F6}{Escape}');
  await expect.element(toast('Moved')).not.toBeInTheDocument();
  await expect.element(page.getByRole('button', { name: 'Elsewhere' })).toHaveFocus();
});

test('a pressed action returns the focus to where it was before', async () => {
  await page.getByRole('button', { name: 'Elsewhere' }).click();
  showToast({ text: 'Moved', actions: [{ label: 'Undo', run: () => {} }] });
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.element(toast('Moved')).not.toBeInTheDocument();
  await expect.element(page.getByRole('button', { name: 'Elsewhere' })).toHaveFocus();
});

test('it goes after eight seconds, but not while the pointer is over it', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  showToast({ text: 'Moved' });
  await expect.poll(() => document.querySelector('[role="group"]')).not.toBeNull();
  vi.advanceTimersByTime(7_000);
  const shown = document.querySelector('[role="group"]');
  shown?.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
  await Promise.resolve();
  vi.advanceTimersByTime(60_000);
  expect(document.querySelector('[role="group"]')).not.toBeNull();
  shown?.dispatchEvent(new PointerEvent('pointerout', { bubbles: true }));
  await Promise.resolve();
  vi.advanceTimersByTime(1_100);
  await expect.poll(() => document.querySelector('[role="group"]')).toBeNull();
});
