import { safeAddress, toldAddress } from '../safe-address.ts';

// HTML of mails, web pages and word processors, made into what Markdown can say: one shape per meaning, nothing else.

/** Neither seen nor read. */
const unseen =
  'script, style, meta, link, title, template, noscript, img, picture, svg, video, audio, canvas, iframe, object, embed, map, button, select, textarea, [hidden], [aria-hidden="true"]';

const opening = /<[a-z][^\s/>]*/gi;
const part = /[\s/]+|([^\s"'<>/=]+)(\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?|["'=]/y;

/**
 * Handlers and styles have no effect in a document that is never shown, and yet the content policy reports each: they go
 * before it is read, and what a style says is left under another name. Every sign is looked at once.
 */
function withoutEffects(html: string): string {
  const source = withoutStyleSheets(html);
  const kept: string[] = [];
  let at = 0;
  for (opening.lastIndex = 0; opening.exec(source) !== null;) {
    kept.push(source.slice(at, opening.lastIndex));
    part.lastIndex = opening.lastIndex;
    for (let found = part.exec(source); found !== null; found = part.exec(source)) {
      const [text, name = '', value = ''] = found;
      if (/^style$/i.test(name)) kept.push(`data-style${value}`);
      else if (!/^on/i.test(name)) kept.push(text);
      at = part.lastIndex;
      opening.lastIndex = at;
    }
    at = opening.lastIndex;
  }
  return kept.join('') + source.slice(at);
}

function withoutStyleSheets(html: string): string {
  const lower = html.toLowerCase();
  const kept: string[] = [];
  let at = 0;
  for (;;) {
    const from = lower.indexOf('<style', at);
    const end = from === -1 ? -1 : lower.indexOf('</style', from);
    const after = end === -1 ? -1 : lower.indexOf('>', end);
    if (after === -1) return kept.join('') + html.slice(at);
    kept.push(html.slice(at, from));
    at = after + 1;
  }
}

/** A document that is never shown: nothing in it runs or is fetched. */
export function cleanHtml(html: string): HTMLElement {
  const { body } = new DOMParser().parseFromString(withoutEffects(html), 'text/html');
  dropComments(body);
  for (const element of body.querySelectorAll(unseen)) element.remove();
  for (const element of all(body)) if (isHidden(element)) element.remove();
  for (const box of body.querySelectorAll('input')) replaceBox(box);
  listsOfWord(body);
  for (const element of all(body)) showMeaning(element);
  for (const link of body.querySelectorAll('a')) if (!isGoodLink(link)) unwrap(link);
  for (const table of [...body.querySelectorAll('table')].toReversed()) if (!isData(table)) flatten(table);
  plainSpaces(body);
  return body;
}

function all(body: HTMLElement): readonly HTMLElement[] {
  return [...body.querySelectorAll<HTMLElement>('*')];
}

/** Word hides whole documents in them. */
function dropComments(body: HTMLElement): void {
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_COMMENT);
  const comments: Node[] = [];
  while (walker.nextNode()) comments.push(walker.currentNode);
  for (const comment of comments) comment.parentNode?.removeChild(comment);
}

function styleOf(element: Element): string {
  return (element.getAttribute('data-style') ?? '').toLowerCase().replaceAll(/\s*([:;])\s*/g, '$1');
}

function isHidden(element: Element): boolean {
  return /(?:display:none|visibility:hidden|mso-hide:all)/.test(styleOf(element));
}

/** A box of a list is written as tasks are. */
function replaceBox(box: HTMLInputElement): void {
  const isTask = box.type === 'checkbox' && box.closest('li') !== null;
  box.replaceWith(isTask ? (box.hasAttribute('checked') ? '[x] ' : '[ ] ') : '');
}

function unwrap(element: Element): void {
  element.replaceWith(...element.childNodes);
}

function wrapInside(element: Element, name: string): void {
  if (element.textContent?.trim() === '') return;
  const inner = element.ownerDocument.createElement(name);
  inner.append(...element.childNodes);
  element.append(inner);
}

/** What is only said by a style is said by an element, and an element whose style takes it back says nothing. */
function showMeaning(element: HTMLElement): void {
  const style = styleOf(element);
  const isPlain = /font-weight:(?:normal|[1-4]00)/.test(style);
  const isUpright = /font-style:normal/.test(style);
  if (element.localName.includes(':')) unwrap(element);
  else if (element.matches('b, strong') && isPlain) unwrap(element);
  else if (element.matches('i, em') && isUpright) unwrap(element);
  else if (element.matches('p.MsoTitle')) rename(element, 'h1');
  else if (element.matches('span')) {
    if (/font-weight:(?:bold|[6-9]00)/.test(style)) wrapInside(element, 'strong');
    if (/font-style:italic/.test(style)) wrapInside(element, 'em');
    if (/text-decoration[a-z-]*:[^;]*line-through/.test(style)) wrapInside(element, 'del');
  }
  // A heading is bold as it is.
  if (element.matches(':is(h1, h2, h3, h4, h5, h6) :is(b, strong)')) unwrap(element);
}

function rename(element: Element, name: string): Element {
  const renamed = element.ownerDocument.createElement(name);
  renamed.append(...element.childNodes);
  element.replaceWith(renamed);
  return renamed;
}

function isGoodLink(link: HTMLAnchorElement): boolean {
  const written = link.getAttribute('href') ?? undefined;
  const address = safeAddress(written);
  if ((address ?? toldAddress(written)) === null || link.textContent.trim() === '') return false;
  if (address !== null) link.setAttribute('href', address);
  link.removeAttribute('title');
  return true;
}

/** Word writes a list as paragraphs, each with its level and the sign it shows. */
function listsOfWord(body: HTMLElement): void {
  let lists: HTMLElement[] = [];
  let last: Element | null = null;
  for (const paragraph of body.querySelectorAll<HTMLElement>(
    'p[data-style*="mso-list"], p[class*="MsoListParagraph"]',
  )) {
    const level = Number(/level(\d+)/.exec(styleOf(paragraph))?.[1] ?? 1);
    const sign = [...paragraph.querySelectorAll('span')].find((span) => /mso-list:ignore/.test(styleOf(span)));
    const isNumbered = /^\s*(?:\d+|\p{L}{1,4})[.)]/u.test(sign?.textContent ?? '');
    sign?.remove();
    const follows = last !== null && paragraph.previousElementSibling === last;
    lists = follows ? lists.slice(0, level) : [];
    while (lists.length < level) {
      const list: HTMLElement = body.ownerDocument.createElement(isNumbered ? 'ol' : 'ul');
      const outer = lists.at(-1);
      if (outer === undefined) paragraph.before(list);
      else (outer.lastElementChild ?? outer).append(list);
      lists.push(list);
    }
    const item = body.ownerDocument.createElement('li');
    item.append(...paragraph.childNodes);
    lists.at(-1)?.append(item);
    paragraph.remove();
    last = lists[0] ?? null;
  }
}

/** Rows and columns of short words; the tables of mails and old pages only put things side by side. */
function isData(table: HTMLTableElement): boolean {
  const rows = [...table.rows];
  const columns = Math.max(0, ...rows.map(({ cells }) => cells.length));
  return (
    rows.length > 1 &&
    columns > 1 &&
    table.getAttribute('role') !== 'presentation' &&
    table.querySelector('table, ul, ol, blockquote, pre, h1, h2, h3, h4, h5, h6') === null
  );
}

function flatten(table: HTMLTableElement): void {
  const cells = [...table.rows].flatMap((row) => [...row.cells]);
  const blocks = cells.map((cell) => {
    const block = table.ownerDocument.createElement('div');
    block.append(...cell.childNodes);
    return block;
  });
  table.replaceWith(...blocks);
}

function plainSpaces(body: HTMLElement): void {
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    node.textContent = (node.textContent ?? '').replaceAll(/[\u00A0\u200B\uFEFF\u00AD]/g, (sign) =>
      sign === '\u00A0' ? ' ' : '',
    );
  }
}
