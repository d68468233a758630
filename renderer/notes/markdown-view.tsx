import { useLingui } from '@lingui/react/macro';
import { createContext, memo, useContext, useMemo } from 'react';
import Markdown, { type Components } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { taskLines } from '../../shared/task-lines.ts';
import { classNames } from '../ui/class-names.ts';
import { today } from '../ui/clock.ts';
import { lineBreaks } from './line-breaks.ts';
import { openLink } from './open-link.ts';
import { tickLine } from './tick-line.ts';
import { safeAddress } from './safe-address.ts';
import styles from './markdown-view.module.css';

const plugins = [remarkGfm, lineBreaks];

const components: Components = {
  a: ({ href, children }) => {
    const address = safeAddress(href);
    if (address === null) return <span>{children}</span>;
    return (
      <a
        href={address}
        onClick={(event) => {
          event.preventDefault();
          void openLink(address);
        }}
      >
        {children}
      </a>
    );
  },
  img: ({ alt }) => (alt ? <span>{alt}</span> : null),
  li: ({ node, ...rest }) => (
    <LineOfBox value={node?.position?.start.line ?? null}>
      <li {...rest} />
    </LineOfBox>
  ),
  input: ({ checked }) => <TaskBox isDone={checked === true} />,
  // A note stands under the headings of its page.
  h1: ({ children }) => <h4>{children}</h4>,
  h2: ({ children }) => <h4>{children}</h4>,
  h3: ({ children }) => <h4>{children}</h4>,
};

interface Source {
  readonly noteId: string;
  readonly lines: readonly string[];
  readonly lineOf: Shown['lineOf'];
  readonly linesBefore: () => readonly string[];
}

/** The note that is read, when its tasks may be ticked there. */
const SourceOfBoxes = createContext<Source | null>(null);
/** Where the list item of a box begins, from 1. */
const LineOfBox = createContext<number | null>(null);

function TaskBox({ isDone }: { readonly isDone: boolean }) {
  const { t, i18n } = useLingui();
  const source = useContext(SourceOfBoxes);
  const shownAt = useContext(LineOfBox);
  const place = shownAt === null ? undefined : source?.lineOf(shownAt);
  const line = place === undefined ? undefined : source?.lines[place - 1];
  if (source !== null && line !== undefined) {
    const title = taskLines(line, today())[0]?.title ?? '';
    const tick = () => {
      const before = [...source.linesBefore(), ...source.lines.slice(0, (place ?? 1) - 1)];
      const nth = before.filter((each) => each.trim() === line.trim()).length;
      void tickLine({ noteId: source.noteId, line, nth, done: !isDone });
    };
    return (
      <button
        type="button"
        role="checkbox"
        aria-checked={isDone}
        aria-label={t`Done: ${title}`}
        className={classNames(styles.box, styles.press, isDone && styles.ticked)}
        onClick={tick}
      />
    );
  }
  return (
    <i
      className={classNames(styles.box, isDone && styles.ticked)}
      role="img"
      lang={i18n.locale}
      aria-label={isDone ? t`Done` : t`Not done`}
    />
  );
}

/** Every task in the form that Markdown has for it: with a dash or a number before the box, and ` ` or `x` in it. */
function withMarkdownBoxes(text: string): string {
  return taskLines(text, today()).reduceRight((markdown, { box: [from, to], isDone }) => {
    const before = markdown.slice(0, from);
    const dash = /(?:[-*+]|\d[.)])[^\S\n]+$/.test(before) ? '' : '- ';
    return `${before}${dash}[${isDone ? 'x' : ' '}]${markdown.slice(to)}`;
  }, text);
}

interface Shown {
  readonly markdown: string;
  /** Lines of the text, from 1, by those of the Markdown. */
  readonly lineOf: (line: number) => number | undefined;
}

/** What goes on in a list by itself, or is no paragraph. */
const ownBlock = /^(?:\s|$|[-*+]\s|\d+[.)]\s|>)/;

/** A line below a task is none of its words, though Markdown would take it in. */
function shownOf(text: string): Shown {
  const tasks = new Set(taskLines(text, today()).map(({ line }) => line));
  const shown = withMarkdownBoxes(text)
    .split('\n')
    .flatMap((words, line, all) => {
      const next = all[line + 1];
      const isEnd = tasks.has(line) && next !== undefined && !ownBlock.test(next) && !words.startsWith('>');
      return isEnd ? [[line, words] as const, [line, ''] as const] : [[line, words] as const];
    });
  return {
    markdown: shown.map(([, words]) => words).join('\n'),
    lineOf: (line) => {
      const found = shown[line - 1];
      return found && found[0] + 1;
    },
  };
}

export interface MarkdownViewProps {
  readonly text: string;
  readonly lang?: string | undefined;
  /** Its tasks are ticked where they are read. */
  readonly noteId?: string | undefined;
  /** Lines of the note that stand before the text: equal ones are told apart by how many come before. */
  readonly linesBefore?: () => readonly string[];
}

const none = (): readonly string[] => [];

/** Rendered Markdown: no HTML from the text, no images. Kept until the text changes, because rendering is slow. */
export const MarkdownView = memo(function MarkdownView({ text, lang, noteId, linesBefore = none }: MarkdownViewProps) {
  const { markdown, lineOf } = useMemo(() => shownOf(text), [text]);
  const source = useMemo(
    () => (noteId === undefined ? null : { noteId, lines: text.split('\n'), lineOf, linesBefore }),
    [noteId, text, lineOf, linesBefore],
  );
  return (
    <div className={styles.text} lang={lang}>
      <SourceOfBoxes value={source}>
        <Markdown remarkPlugins={plugins} components={components} skipHtml={false}>
          {markdown}
        </Markdown>
      </SourceOfBoxes>
    </div>
  );
});
