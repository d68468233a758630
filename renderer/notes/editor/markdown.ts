import { markdown, markdownLanguage } from '@codemirror/lang-markdown';
import { syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { tagHighlighter, tags } from '@lezer/highlight';
import styles from './editor.module.css';

const looks = tagHighlighter([
  { tag: tags.heading, class: styles['heading'] ?? '' },
  { tag: tags.strong, class: styles['strong'] ?? '' },
  { tag: tags.emphasis, class: styles['emphasis'] ?? '' },
  { tag: tags.strikethrough, class: styles['struck'] ?? '' },
  { tag: [tags.link, tags.url], class: styles['link'] ?? '' },
  { tag: tags.monospace, class: styles['code'] ?? '' },
  { tag: tags.processingInstruction, class: styles['mark'] ?? '' },
  { tag: tags.quote, class: styles['quote'] ?? '' },
]);

/** Markdown as it is typed: the marks stay, quiet, and the words already look like what they will be. */
export const markdownLooks: Extension = [
  markdown({ base: markdownLanguage, completeHTMLTags: false, addKeymap: true }),
  syntaxHighlighting(looks),
];
