import { useEffect, useEffectEvent } from 'react';
import { create } from 'zustand';
import { isSingleKey, type KeyStroke, matchesStroke, parseKeys } from './keys.ts';
import { useNavigation } from './navigation.ts';
import { useSession } from './session.ts';

export type CommandSection = 'go' | 'client' | 'note' | 'board' | 'handoff' | 'edit' | 'view';

/** Something a partner can do by a key, by the palette or by the native menu; one registry feeds all three. */
export interface Command {
  /** What the native menu sends, for example `quick-note`. */
  readonly id: string;
  readonly label: string;
  readonly section: CommandSection;
  /** `Mod+KeyK`, `KeyN`, a chord `KeyG KeyB`; several ways are tried in turn, the first is shown. */
  readonly keys?: readonly string[];
  /** The field's own meaning of the key comes first: Ctrl Z in a text undoes typing. */
  readonly isOffInText?: boolean;
  /** Also in a dialog, which else has all keys for itself. */
  readonly isAboveDialogs?: boolean;
  /** Not offered in the palette: moves of the focus and the like. */
  readonly isHidden?: boolean;
  readonly run: () => void;
}

interface Registry {
  readonly groups: readonly (readonly Command[])[];
}

const useRegistry = create<Registry>(() => ({ groups: [] }));

function register(commands: readonly Command[]): () => void {
  useRegistry.setState(({ groups }) => ({ groups: [...groups, commands] }));
  return () => useRegistry.setState(({ groups }) => ({ groups: groups.filter((group) => group !== commands) }));
}

/** Offers the commands while the component is there. What was offered last wins when two want the same key. */
export function useCommands(commands: readonly Command[]): void {
  const signature = commands.map(({ id, label, keys }) => [id, label, ...(keys ?? [])].join()).join(';');
  const current = useEffectEvent((id: string) => commands.find((command) => command.id === id)?.run());
  const snapshot = useEffectEvent(() => commands.map((command) => ({ ...command, run: () => current(command.id) })));
  useEffect(() => register(snapshot()), [signature]);
}

/** All that is offered now, newest group first. */
function useAllOffered(): readonly Command[] {
  return useRegistry((registry) => registry.groups)
    .toReversed()
    .flat();
}

/** The newest command of each name: for the palette. */
export function useOfferedCommands(): readonly Command[] {
  const newest = new Map<string, Command>();
  for (const command of useAllOffered()) if (!newest.has(command.id)) newest.set(command.id, command);
  return [...newest.values()];
}

/** What the keys do now: the newest command of each name, with the keys that are not switched off. */
export function useCommandsByKey(): readonly Command[] {
  const areSingleKeysOn = useSession((session) => session.areSingleKeysOn);
  const isOn = (keys: string) => areSingleKeysOn || !parseKeys(keys).some(isSingleKey);
  const newest = new Map(
    useAllOffered()
      .toReversed()
      .map((command) => [command.id, command]),
  );
  return [...newest.values()].map((command) => ({ ...command, keys: (command.keys ?? []).filter(isOn) })).toReversed();
}

/** For the native menu. Tells whether the command was run: not behind a dialog, where only text is undone. */
export function runCommand(id: string): boolean {
  const command = offered().find((each) => each.id === id);
  if (command === undefined) return false;
  const isForText = command.isOffInText === true && isTyping(document.activeElement ?? document.body);
  if (!isForText && command.isAboveDialogs !== true && isBehindDialog(document)) return false;
  command.run();
  return true;
}

function isBehindDialog(place: Document | Element): boolean {
  const isInside = place instanceof Document ? place.querySelector(layers) : place.closest(layers);
  return useNavigation.getState().overlay !== null || isInside !== null;
}

function offered(): readonly Command[] {
  return useRegistry.getState().groups.toReversed().flat();
}

const chordPatience = 1200;
let chord: { readonly strokes: readonly KeyStroke[]; readonly until: number } = { strokes: [], until: 0 };

/** Starts to listen; the page does it once. Returns the way to stop. */
export function listenToKeys(): () => void {
  document.addEventListener('keydown', onKeyDown);
  return () => document.removeEventListener('keydown', onKeyDown);
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || /^(Control|Shift|Alt|Meta)/.test(event.code)) return;
  const before = event.timeStamp < chord.until ? chord.strokes : [];
  chord = { strokes: [], until: 0 };
  for (const command of offered()) {
    for (const keys of command.keys ?? []) {
      const answer = meet(parseKeys(keys), before, event);
      if (answer === 'no' || !isAllowed(command, parseKeys(keys), event)) continue;
      event.preventDefault();
      if (answer === 'whole') return command.run();
      chord = { strokes: parseKeys(keys).slice(0, before.length + 1), until: event.timeStamp + chordPatience };
      return;
    }
  }
}

function meet(
  strokes: readonly KeyStroke[],
  before: readonly KeyStroke[],
  event: KeyboardEvent,
): 'no' | 'part' | 'whole' {
  const next = strokes[before.length];
  const beginsSo = before.every((stroke, index) => stroke.code === strokes[index]?.code);
  if (next === undefined || !beginsSo || !matchesStroke(event, next)) return 'no';
  return strokes.length === before.length + 1 ? 'whole' : 'part';
}

function isAllowed(command: Command, strokes: readonly KeyStroke[], event: KeyboardEvent): boolean {
  const target = event.target instanceof Element ? event.target : document.body;
  if (command.isAboveDialogs !== true && isBehindDialog(target)) return false;
  if (!strokes.some(isSingleKey)) return command.isOffInText !== true || !isTyping(target);
  return useSession.getState().areSingleKeysOn && !isTyping(target) && target.closest(typeAhead) === null;
}

const layers = '[role="dialog"], [role="alertdialog"]';
/** Lists that jump to what is typed. */
const typeAhead = '[role="menu"], [role="listbox"]';

export function isTyping(target: Element): boolean {
  return (
    target.closest(
      'input:not([type="checkbox"], [type="radio"], [type="button"], [type="submit"], [type="range"]), textarea, select, [contenteditable="true"], [contenteditable=""], [role="textbox"], [role="spinbutton"]',
    ) !== null
  );
}
