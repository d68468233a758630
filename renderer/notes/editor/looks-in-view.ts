import type { Extension, Line, Range } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import styles from './editor.module.css';
import { fences, isCodeLine } from './fences.ts';
import { inlinePieces, type InlineLook } from './inline-marks.ts';
import { boxDecoration, boxOf } from './task-boxes.ts';
import { taskWords } from './task-words.ts';

// How the text looks while it is typed: the marks of Markdown stay, quiet, and the words already look like what they will
// be. Everything is read line by line, and only of the lines in view: what a key costs does not grow with the note.

export interface LooksOptions {
  readonly boxLabel: string;
  /** Names that a task may be given to. */
  readonly people: readonly string[];
}

const lineLook = {
  title: Decoration.line({ class: styles['title'] ?? '' }),
  heading: Decoration.line({ class: styles['heading'] ?? '' }),
  quote: Decoration.line({ class: styles['quote'] ?? '' }),
  code: Decoration.line({ class: styles['code'] ?? '' }),
  task: Decoration.line({ class: styles['task'] ?? '' }),
  done: Decoration.line({ class: `${styles['task']} ${styles['done']}` }),
};
const aside = Decoration.mark({ class: styles['aside'] ?? '' });
const wordLook: Readonly<Record<InlineLook, Decoration>> = {
  mark: Decoration.mark({ class: styles['mark'] ?? '' }),
  strong: Decoration.mark({ class: styles['strong'] ?? '' }),
  emphasis: Decoration.mark({ class: styles['emphasis'] ?? '' }),
  struck: Decoration.mark({ class: styles['struck'] ?? '' }),
  code: Decoration.mark({ class: styles['code'] ?? '' }),
  link: Decoration.mark({ class: styles['link'] ?? '' }),
};

const blockMark = /^\s*(?:(?<heading>#{1,6})(?=\s|$)|(?<quote>(?:>\s?)+)|(?<list>[-*+]|\d{1,9}[.)])(?=\s))/;
/** Pieces of a very long line are read as far as they may reach into what is seen of it. */
const reach = 400;

interface Drawn {
  readonly all: DecorationSet;
  /** Boxes are stepped over as one. */
  readonly boxes: DecorationSet;
}

interface Seen {
  readonly from: number;
  readonly to: number;
}

/** Drawn anew for what is seen whenever that changes. */
export function looksInView(options: LooksOptions): Extension {
  const plugin = ViewPlugin.define((view) => new Looks(view, options), { decorations: ({ drawn }) => drawn.all });
  return [fences, plugin, EditorView.atomicRanges.of((view) => view.plugin(plugin)?.drawn.boxes ?? Decoration.none)];
}

class Looks {
  drawn: Drawn;
  readonly #options: LooksOptions;

  constructor(view: EditorView, options: LooksOptions) {
    this.#options = options;
    this.drawn = draw(view, options);
  }

  update({ view, docChanged, viewportChanged }: ViewUpdate): void {
    if (docChanged || viewportChanged) this.drawn = draw(view, this.#options);
  }
}

function draw(view: EditorView, options: LooksOptions): Drawn {
  const boxes: Range<Decoration>[] = [];
  const others: Range<Decoration>[] = [];
  const title = titleLine(view);
  let drawnTo = -1;
  for (const seen of view.visibleRanges) {
    for (let at = seen.from; at <= seen.to;) {
      const line = view.state.doc.lineAt(at);
      const isNew = line.from > drawnTo;
      const box = boxOf(view.state, line);
      if (isNew && box !== null) boxes.push(boxDecoration(box.isDone, options.boxLabel).range(box.from, box.to));
      if (isNew) others.push(...looksOfLine(view, line, { title, task: box, people: options.people }));
      if (!isCodeLine(view.state, line.from)) others.push(...looksOfWords(line, seen, box?.to ?? line.from));
      drawnTo = line.to;
      at = line.to + 1;
    }
  }
  return { all: Decoration.set([...boxes, ...others], true), boxes: Decoration.set(boxes, true) };
}

interface LineFacts {
  readonly title: Line | null;
  readonly task: { readonly isDone: boolean } | null;
  readonly people: readonly string[];
}

function looksOfLine(view: EditorView, line: Line, { title, task, people }: LineFacts): readonly Range<Decoration>[] {
  const look = (decoration: Decoration) => decoration.range(line.from);
  if (task !== null)
    return [
      look(task.isDone ? lineLook.done : lineLook.task),
      ...taskWords(line, people).map(([from, to]) => aside.range(from, to)),
    ];
  if (isCodeLine(view.state, line.from)) return [look(lineLook.code)];
  const { heading, quote, list } = blockMark.exec(line.text)?.groups ?? {};
  const sign = heading ?? quote ?? list ?? '';
  const from = line.from + line.text.indexOf(sign);
  return [
    ...(heading === undefined ? [] : [look(lineLook.heading)]),
    ...(quote === undefined ? [] : [look(lineLook.quote)]),
    ...(title?.from === line.from && heading === undefined ? [look(lineLook.title)] : []),
    ...(sign === '' ? [] : [wordLook.mark.range(from, from + sign.length)]),
  ];
}

function looksOfWords(line: Line, seen: Seen, start: number): readonly Range<Decoration>[] {
  const from = Math.max(start, seen.from - reach);
  const to = Math.min(line.to, seen.to + reach);
  if (from >= to) return [];
  return inlinePieces(line.text.slice(from - line.from, to - line.from), from).map((piece) =>
    wordLook[piece.look].range(piece.from, piece.to),
  );
}

/** The first line that says something is bold when it reads like a title. */
function titleLine({ state }: EditorView): Line | null {
  const { doc } = state;
  if (doc.lines === 1) return null;
  for (let number = 1; number <= doc.lines; number += 1) {
    const line = doc.line(number);
    if (/\S/.test(line.text)) return isTitle(line.text.trim()) ? line : null;
  }
  return null;
}

/** A whole sentence is a paragraph, also where it stands first. */
function isTitle(words: string): boolean {
  return words.length <= 80 && !/[.!?…:;,]$/.test(words);
}
