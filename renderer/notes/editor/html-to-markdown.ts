import { fromDom } from 'hast-util-from-dom';
import { toMdast } from 'hast-util-to-mdast';
import type { Nodes } from 'mdast';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { type Handle, type Join, type Options, toMarkdown } from 'mdast-util-to-markdown';
import { safeAddress, toldAddress } from '../safe-address.ts';
import { cleanHtml } from './clean-html.ts';

/** HTML that says no more than its plain text does has none of these. */
const meaning = 'a, h1, h2, h3, h4, h5, h6, strong, b, em, i, del, s, strike, ul, ol, table, blockquote, pre, code, hr';

/** Null when the plain text says the same. */
export function htmlToMarkdown(html: string): string | null {
  const body = cleanHtml(html);
  if (body.querySelector(meaning) === null) return null;
  const tree: Nodes = toMdast(fromDom(body));
  const markdown = toMarkdown(tree, options).trim();
  return markdown === '' ? null : markdown;
}

/** A line that was broken is a line: the note shows it so. */
const breakLine: Handle = (_node, _parent, state) =>
  state.stack.some((name) => name === 'headingAtx' || name === 'tableCell') ? ' ' : '\n';

const struck: Handle = (node, _parent, state, info) =>
  `~~${state.containerPhrasing(node, { ...info, before: '~', after: '~' })}~~`;

/** Text as it was; only what would turn into something else is escaped, and a box may turn into a task. */
const plainText: Handle = (node: { readonly value: string }, _parent, state, info) =>
  state.safe(node.value, info).replaceAll(/\\\[([ xXхХ]?)\](?=\s)/g, '[$1]');

const linkHandler: Handle = (node, _parent, state, info) => {
  const words = state.containerPhrasing(node, { ...info, before: '[', after: ']' });
  const address: string = node.url;
  const told = toldAddress(address);
  if (told !== null) return saysAddress(words, told) ? words : `${words} (${told})`;
  const isBare = safeAddress(words) === address || `mailto:${words}` === address;
  return isBare ? words : `[${words}](${address.replaceAll('(', '%28').replaceAll(')', '%29')})`;
};

/** Whether words are an address themselves, however they write it. */
function saysAddress(words: string, address: string): boolean {
  const bare = (text: string) =>
    text
      .toLowerCase()
      .replace(/^\w+:\/\//, '')
      .replaceAll(/[\s\\()/-]/g, '');
  return bare(words).includes(bare(address));
}

/** Lists as one types them, without empty lines between. */
const tightLists: Join = (_left, right, parent) =>
  parent.type === 'list' || (parent.type === 'listItem' && right.type === 'list') ? 0 : undefined;

const options: Options = {
  bullet: '-',
  emphasis: '_',
  listItemIndent: 'one',
  rule: '-',
  fences: true,
  join: [tightLists],
  extensions: [gfmTableToMarkdown({ tablePipeAlign: false })],
  handlers: { break: breakLine, delete: struck, text: plainText, link: linkHandler },
};
