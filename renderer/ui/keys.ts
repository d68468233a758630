/**
 * Keys are written `Mod+Shift+KeyZ`, chords `KeyG KeyB`. The letter is the physical key (`event.code`), so that
 * shortcuts work in the Russian layout as well; `Mod` is Ctrl, and ⌘ on macOS.
 */
export interface KeyStroke {
  readonly mod: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
  readonly code: string;
}

export function parseKeys(keys: string): readonly KeyStroke[] {
  return keys.split(' ').map((stroke) => {
    const parts = stroke.split('+');
    return {
      mod: parts.includes('Mod'),
      alt: parts.includes('Alt'),
      shift: parts.includes('Shift'),
      code: parts.at(-1) ?? '',
    };
  });
}

export type KeyPress = Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

export function matchesStroke(press: KeyPress, stroke: KeyStroke, onMac = isMac()): boolean {
  const mod = onMac ? press.metaKey : press.ctrlKey;
  const other = onMac ? press.ctrlKey : press.metaKey;
  return (
    sameCode(press.code, stroke.code) &&
    mod === stroke.mod &&
    !other &&
    press.altKey === stroke.alt &&
    // On many keyboards a plus is typed with Shift.
    (press.shiftKey === stroke.shift || stroke.code === 'Equal')
  );
}

/** A stroke without Ctrl or Alt that could be typed into a text. */
export function isSingleKey(stroke: KeyStroke): boolean {
  return !stroke.mod && !stroke.alt && /^(Key[A-Z]|Digit\d|Slash|Space|Backspace|Delete)$/.test(stroke.code);
}

const onNumberPad: Readonly<Record<string, string>> = {
  NumpadEnter: 'Enter',
  NumpadAdd: 'Equal',
  NumpadSubtract: 'Minus',
};

function sameCode(pressed: string, wanted: string): boolean {
  return (onNumberPad[pressed] ?? pressed.replace(/^Numpad(?=\d$)/, 'Digit')) === wanted;
}

const names: Readonly<Record<string, string>> = {
  Enter: '↵',
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Slash: '/',
  Backslash: '\\',
  Comma: ',',
  Equal: '+',
  Minus: '−',
  Delete: 'Del',
};

/** How a person reads the keys: `Ctrl K`, `G B`, `⌘ ⇧ Z`. */
export function keyLabel(keys: string, onMac = isMac()): string {
  return parseKeys(keys)
    .map((stroke) => strokeLabel(stroke, onMac))
    .join(' ');
}

function strokeLabel(stroke: KeyStroke, onMac: boolean): string {
  if (stroke.shift && stroke.code === 'Slash') return '?';
  const key = names[stroke.code] ?? stroke.code.replace(/^(Key|Digit)/, '');
  const held = onMac
    ? [stroke.mod && '⌘', stroke.alt && '⌥', stroke.shift && '⇧']
    : [stroke.mod && 'Ctrl', stroke.alt && 'Alt', stroke.shift && 'Shift'];
  return [...held, key].filter(Boolean).join(' ');
}

/** The value of `aria-keyshortcuts`. */
export function ariaKeys(keys: string, onMac = isMac()): string {
  return parseKeys(keys)
    .map((stroke) =>
      [stroke.mod && (onMac ? 'Meta' : 'Control'), stroke.alt && 'Alt', stroke.shift && 'Shift', spoken(stroke.code)]
        .filter(Boolean)
        .join('+'),
    )
    .join(' ');
}

function spoken(code: string): string {
  return code.replace(/^(Key|Digit)/, '');
}

/** Asked once: every key that is typed is compared with many shortcuts. */
const isOnMac = typeof navigator !== 'undefined' && navigator.platform.startsWith('Mac');

export function isMac(): boolean {
  return isOnMac;
}
