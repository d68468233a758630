import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useAnnouncements } from './announce.ts';
import { Frame } from './frame.tsx';
import { applySettings, useSession } from './session.ts';
import { settingsWith } from './test-data.ts';
import { answerBy, show } from './testing.tsx';
import { clearToasts, useToasts } from './toast.ts';
import type { TextSize } from '../../shared/contract/settings.ts';

const zoom = vi.fn();
const asked = vi.fn();
let refusal: object | null = null;
let leave = () => {};

beforeEach(() => {
  zoom.mockClear();
  asked.mockClear();
  clearToasts();
  refusal = null;
  answerBy((name, input) => {
    if (name !== 'settings.setTextSize') return { ok: true, value: { kept: [] } };
    asked(input);
    const textSize: TextSize = Reflect.get(Object(input), 'textSize');
    return refusal ?? { ok: true, value: { revision: 1, settings: settingsWith({ textSize }) } };
  });
  Object.assign(window.rapport, { zoom });
  applySettings(settingsWith({ textSize: 100 }));
  zoom.mockClear();
  leave = show(<Frame hasSideBar={false}>{null}</Frame>);
});
afterEach(() => {
  leave();
  applySettings(settingsWith({ textSize: 100 }));
  useSession.setState({ status: 'starting', settings: null });
});

async function press(code: string): Promise<void> {
  await vi.waitFor(() => expect(document.querySelector('[aria-live]')).not.toBeNull());
  document.body.dispatchEvent(new KeyboardEvent('keydown', { code, ctrlKey: true, bubbles: true, cancelable: true }));
}

test('the keys go from size to size, each painted at once, said and kept; the ends stay', async () => {
  for (const code of ['Equal', 'NumpadAdd', 'Equal', 'Minus', 'Digit0', 'Minus', 'Minus']) await press(code);
  expect(zoom.mock.calls).toEqual([[1.15], [1.3], [1.15], [1], [0.9]]);
  expect(asked.mock.calls).toEqual([115, 130, 115, 100, 90].map((textSize) => [{ textSize }]));
  expect(useAnnouncements.getState().polite.trim()).toBe('Text size: 90\u00a0%');
});

test('a size that could not be kept goes back, and it is said why', async () => {
  refusal = { ok: false, code: 'disk_full', message: '' };
  await press('Equal');
  await expect.poll(() => useToasts.getState().shown).not.toBeNull();
  expect(zoom.mock.calls).toEqual([[1.15], [1]]);
  expect(useSession.getState().textSize).toBe(100);
});

test('where no file is open the text grows too', async () => {
  useSession.setState({ status: 'refused' });
  await press('Equal');
  expect(zoom.mock.calls).toEqual([[1.15]]);
  expect(asked).not.toHaveBeenCalled();
});
