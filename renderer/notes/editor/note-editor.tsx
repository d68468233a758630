import { defaultKeymap, history, historyKeymap, isolateHistory } from '@codemirror/commands';
import { Compartment, EditorState, type Extension, Prec, type Text, Transaction } from '@codemirror/state';
import { EditorView, keymap, placeholder as placeholderOf } from '@codemirror/view';
import { useLingui } from '@lingui/react/macro';
import { type Ref, useEffect, useEffectEvent, useImperativeHandle, useLayoutEffect, useRef } from 'react';
import { sentenceAt } from '../../../shared/sentences.ts';
import type { NoteText } from '../note-text.ts';
import styles from './editor.module.css';
import { insertBlock, templateList, type TemplateOption } from './insert-block.ts';
import { listKeys } from './list-keys.ts';
import { looksInView } from './looks-in-view.ts';
import { nativeScroll } from './native-scroll.ts';
import { seekWords } from './seek-words.ts';
import { cleanInput, paste } from './paste.ts';
import { signalList, type SignalOption } from './signal-list.ts';
import { taskKeys } from './task-boxes.ts';
import { typedLinks } from './typed-links.ts';
import { optionsCame } from './typed-list.ts';

export interface EditorHandle {
  readonly focus: () => void;
  /** To the first of these words, which are marked for a moment; `focus` when none is there. */
  readonly seek: (words: string) => void;
  /** At the cursor, as if typed. */
  readonly type: (text: string) => void;
  /** Lines of their own at the cursor, or at the end when it was never put anywhere. */
  readonly insert: (text: string) => void;
  /** The sentence that is being written. */
  readonly sentence: () => string;
  /** Takes over a text that was changed elsewhere; the place of the cursor is kept. */
  readonly replace: (text: string) => void;
  /** The same, but undo brings the text back that stood here. */
  readonly rewrite: (text: string) => void;
}

export interface NoteEditorProps {
  readonly label: string;
  /** The text at the start; from then on the editor holds the truth. */
  readonly initialText: string;
  readonly onChange: (text: NoteText) => void;
  readonly onBlur: () => void;
  readonly placeholder: string;
  /** What the text is spelled by. */
  readonly language: string;
  /** Names that a task may be given to. */
  readonly people: readonly string[];
  /** Signs that `#` offers, those of the client's stage first. */
  readonly signals: readonly SignalOption[];
  readonly onSignal: (code: string, sentence: string) => void;
  /** What `/` offers, those for the kind of note first. */
  readonly templates?: readonly TemplateOption[];
  readonly autoFocus?: boolean;
  readonly handle?: Ref<EditorHandle>;
}

const spelling = new Compartment();

function spelledBy(language: string): Extension {
  return EditorView.contentAttributes.of({ lang: language });
}

/** Uncontrolled: its text is the Markdown, React never writes into it while someone types. */
export function NoteEditor(props: NoteEditorProps) {
  const { label, initialText, placeholder, language, people, autoFocus = false, handle } = props;
  const { t } = useLingui();
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const onChange = useEffectEvent((text: NoteText) => props.onChange(text));
  const onBlur = useEffectEvent(() => props.onBlur());
  const signals = useEffectEvent(() => props.signals);
  const templates = useEffectEvent(() => props.templates ?? []);
  const isPlaced = useRef(autoFocus);
  const onSignal = useEffectEvent((code: string, sentence: string) => props.onSignal(code, sentence));
  const boxLabel = t`Done`;
  const listLabel = t`Signals`;
  const templatesLabel = t`Templates`;

  const start = useEffectEvent((parent: HTMLElement) => {
    const state = EditorState.create({
      doc: view.current?.state.doc ?? initialText,
      extensions: [
        behaviour,
        looksInView({ boxLabel, people }),
        signalList({ label: listLabel, options: () => signals(), onChoose: (code, said) => onSignal(code, said) }),
        templateList({ label: templatesLabel, options: () => templates() }),
        placeholderOf(placeholder),
        spelling.of(spelledBy(language)),
        EditorView.contentAttributes.of({
          'aria-label': label,
          spellcheck: 'true',
          autocorrect: 'off',
        }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged && !update.transactions.some(isTakenOver)) onChange(noteText(update.state.doc));
          if (update.focusChanged && update.view.hasFocus) isPlaced.current = true;
          if (update.focusChanged && !update.view.hasFocus) onBlur();
        }),
      ],
    });
    return new EditorView({ state, parent });
  });

  // Before the first paint: who sees the editor may type.
  useLayoutEffect(() => {
    if (host.current === null) return undefined;
    const made = start(host.current);
    view.current = made;
    for (const event of ownEvents) host.current.addEventListener(event, keepToEditor);
    if (autoFocus) {
      made.dispatch({ selection: { anchor: made.state.doc.length }, scrollIntoView: true });
      made.focus();
    }
    return () => made.destroy();
    // The words of the interface are part of the editor: another language makes it anew, with the text it had.
  }, [label, placeholder, boxLabel, listLabel, templatesLabel, autoFocus]);

  useEffect(() => {
    view.current?.dispatch({ effects: spelling.reconfigure(spelledBy(language)) });
  }, [language]);

  useEffect(() => {
    view.current?.dispatch({ effects: optionsCame.of(null) });
  }, [props.signals, props.templates]);

  useImperativeHandle(handle, () => ({
    focus: () => {
      view.current?.focus();
      view.current?.dispatch({ scrollIntoView: true });
    },
    seek: (words) => {
      if (view.current !== null) seekWords(view.current, words);
    },
    type: (text) => {
      if (text !== '')
        view.current?.dispatch({ ...view.current.state.replaceSelection(text), userEvent: 'input.type' });
    },
    insert: (text) => {
      const made = view.current;
      if (made === null) return;
      if (!isPlaced.current) made.dispatch({ selection: { anchor: made.state.doc.length } });
      insertBlock(made, text);
    },
    sentence: () => {
      const state = view.current?.state;
      if (state === undefined) return '';
      const line = state.doc.lineAt(state.selection.main.head);
      return sentenceAt(line.text, state.selection.main.head - line.from);
    },
    replace: (text) => replaceText(view.current, text, false),
    rewrite: (text) => replaceText(view.current, text, true),
  }));

  return <div ref={host} className={styles['editor']} onClick={() => view.current?.focus()} />;
}

/** Read when it is wanted: a key that is typed does not wait for the whole text. */
function noteText(doc: Text): NoteText {
  return { isBlank: isBlank(doc), length: doc.length, lines: () => doc.toJSON() };
}

function isBlank(doc: Text): boolean {
  for (const piece of doc.iter()) if (/\S/.test(piece)) return false;
  return true;
}

const takenOver = 'take-over';

function isTakenOver(transaction: Transaction): boolean {
  return transaction.annotation(Transaction.userEvent) === takenOver;
}

function replaceText(view: EditorView | null, text: string, isUndoable: boolean): void {
  const old = view?.state.doc.toString();
  if (!view || old === undefined || old === text) return;
  let from = 0;
  while (from < old.length && old[from] === text[from]) from += 1;
  let end = 0;
  while (end < Math.min(old.length, text.length) - from && old.at(-1 - end) === text.at(-1 - end)) end += 1;
  view.dispatch({
    changes: { from, to: old.length - end, insert: text.slice(from, text.length - end) },
    annotations: [
      Transaction.userEvent.of(takenOver),
      isUndoable ? isolateHistory.of('full') : Transaction.addToHistory.of(false),
    ],
  });
}

/** Nobody but the editor listens to these, and each of them would be looked for on the whole way up the page. */
const ownEvents = ['keydown', 'keypress', 'beforeinput', 'textInput', 'input', 'keyup'] as const;

function keepToEditor(event: Event): void {
  if (event.type === 'keydown' && !isLetter(event)) return;
  event.stopPropagation();
}

/** A key that only types: all others may be a shortcut of what stands around the editor. */
function isLetter(event: Event): boolean {
  return event instanceof KeyboardEvent && event.key.length === 1 && !event.ctrlKey && !event.altKey && !event.metaKey;
}

/** Without it the editor's own styles would be refused by the content security policy. */
function nonce(): Extension {
  const given = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]');
  return given?.nonce ? EditorView.cspNonce.of(given.nonce) : [];
}

/** Keys that mean something else here: done, collapse, the next client. */
const leftToThePage = new Set(['Mod-Enter', 'Escape', 'Alt-ArrowUp', 'Alt-ArrowDown']);

const behaviour: Extension = [
  nonce(),
  Prec.high(keymap.of([...taskKeys, ...listKeys])),
  // Tab is left to the page, so that the keyboard gets out of the editor again.
  keymap.of([...defaultKeymap.filter(({ key = '' }) => !leftToThePage.has(key)), ...historyKeymap]),
  history(),
  EditorView.lineWrapping,
  nativeScroll,
  paste(),
  cleanInput,
  typedLinks,
];
