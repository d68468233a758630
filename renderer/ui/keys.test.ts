import { describe, expect, test } from 'vitest';
import { ariaKeys, isSingleKey, keyLabel, type KeyPress, matchesStroke, parseKeys } from './keys.ts';

const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

function matches(keys: string, press: Partial<KeyPress> & Pick<KeyPress, 'code'>, onMac = false): boolean {
  const [stroke] = parseKeys(keys);
  return stroke !== undefined && matchesStroke({ ...plain, ...press }, stroke, onMac);
}

describe('matchesStroke', () => {
  test('wants exactly the held keys', () => {
    expect(matches('Mod+KeyK', { code: 'KeyK', ctrlKey: true })).toBe(true);
    expect(matches('Mod+KeyK', { code: 'KeyK' })).toBe(false);
    expect(matches('Mod+KeyK', { code: 'KeyK', ctrlKey: true, shiftKey: true })).toBe(false);
    expect(matches('KeyN', { code: 'KeyN', ctrlKey: true })).toBe(false);
    expect(matches('Alt+Shift+ArrowLeft', { code: 'ArrowLeft', altKey: true, shiftKey: true })).toBe(true);
  });

  test('takes the command key for Ctrl on macOS, and there alone', () => {
    expect(matches('Mod+KeyK', { code: 'KeyK', metaKey: true }, true)).toBe(true);
    expect(matches('Mod+KeyK', { code: 'KeyK', ctrlKey: true }, true)).toBe(false);
    expect(matches('Mod+KeyK', { code: 'KeyK', metaKey: true })).toBe(false);
  });

  test('takes a plus with Shift and without', () => {
    expect(matches('Mod+Equal', { code: 'Equal', ctrlKey: true })).toBe(true);
    expect(matches('Mod+Equal', { code: 'Equal', ctrlKey: true, shiftKey: true })).toBe(true);
  });

  test('takes the number pad for the digits, Enter, plus and minus', () => {
    expect(matches('Mod+Equal', { code: 'NumpadAdd', ctrlKey: true })).toBe(true);
    expect(matches('Mod+Minus', { code: 'NumpadSubtract', ctrlKey: true })).toBe(true);
    expect(matches('Digit3', { code: 'Numpad3' })).toBe(true);
    expect(matches('Mod+Enter', { code: 'NumpadEnter', ctrlKey: true })).toBe(true);
  });
});

test.each([
  ['Mod+KeyK', 'Ctrl K', '⌘ K', 'Control+K'],
  ['Mod+Shift+KeyZ', 'Ctrl Shift Z', '⌘ ⇧ Z', 'Control+Shift+Z'],
  ['KeyG KeyB', 'G B', 'G B', 'G B'],
  ['Mod+Enter', 'Ctrl ↵', '⌘ ↵', 'Control+Enter'],
  ['Alt+ArrowDown', 'Alt ↓', '⌥ ↓', 'Alt+ArrowDown'],
  ['Shift+Slash', '?', '?', 'Shift+Slash'],
])('%s reads %s, on macOS %s', (keys, label, onMac, aria) => {
  expect(keyLabel(keys, false)).toBe(label);
  expect(keyLabel(keys, true)).toBe(onMac);
  expect(ariaKeys(keys, false)).toBe(aria);
});

test('single keys are those that could be typed', () => {
  expect(parseKeys('KeyG KeyB').every(isSingleKey)).toBe(true);
  expect(parseKeys('Shift+Slash').every(isSingleKey)).toBe(true);
  expect(parseKeys('Mod+KeyK').some(isSingleKey)).toBe(false);
  expect(parseKeys('Escape').some(isSingleKey)).toBe(false);
});
