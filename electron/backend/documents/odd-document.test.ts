import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, test } from 'vitest';
import type { DocumentSource } from '../../../shared/handoff/document-source.ts';
import { makeDocument } from '../../../shared/handoff/document.ts';
import { sourceForClient } from './document-in-test.ts';
import { servedFont } from './fonts.ts';
import { documentHtml } from './html.ts';
import { documentMarkdown } from './markdown.ts';
import { escapeText } from './markup.ts';
import { oddSource, oddTexts } from './odd-document-in-test.ts';

const options = { language: 'ru', includeAssets: true, includeDone: true, includeReasons: true } as const;
const documentOf = (source: DocumentSource) => makeDocument(source, { ...options, audience: source.audience });
const markdownOf = (source: DocumentSource) => documentMarkdown(documentOf(source));

function treeOf(markdown: string): Nodes {
  return fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}

function textOf(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

function nodesOf(node: Nodes): readonly Nodes[] {
  return 'children' in node ? [node, ...node.children.flatMap(nodesOf)] : [node];
}

/** Each text stands in a document of three items, an access and three candidates this often. */
const times = 30;

describe.each(Object.entries(oddTexts))('a document full of: %s', (_name, text) => {
  const source = oddSource(text);

  test('is text in Markdown, all of it, and nothing else', () => {
    const tree = treeOf(markdownOf(source));
    expect(textOf(tree).split(text).length - 1).toBeGreaterThanOrEqual(times);
    const nodes = nodesOf(tree);
    expect(
      nodes.filter(({ type }) => ['html', 'image', 'imageReference', 'linkReference', 'code'].includes(type)),
    ).toEqual([]);
    const addresses = nodes.flatMap((node) => (node.type === 'link' ? [node.url] : []));
    for (const address of addresses) expect(text).toContain(address);
  });

  test('is text in a web page, all of it, that says itself which way it runs', () => {
    const page = documentHtml(documentOf(source), { fonts: servedFont, fitsPhones: true });
    expect(page.split(escapeText(text)).length - 1).toBeGreaterThanOrEqual(times);
    const tags = [...page.matchAll(/<(\w+)([^>]*)>/g)].filter(([, , rest = '']) => !/[<&]/.test(rest));
    expect(tags.filter(([, name = '']) => ['script', 'a', 'img', 'iframe', 'link', 'form'].includes(name))).toEqual([]);
    const said = new RegExp(`<([^<>]*)>${escapeRegExp(escapeText(text))}<`, 'g');
    const elements = [...page.matchAll(said)]
      .map(([, element = '']) => element)
      .filter((element) => element !== 'title');
    expect(elements.length).toBeGreaterThan(20);
    expect(elements.filter((element) => !element.includes('dir="auto"'))).toEqual([]);
  });
});

function escapeRegExp(text: string): string {
  return text.replace(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`);
}

describe('as plain text, Markdown', () => {
  test('has columns under each other', () => {
    const source = sourceForClient({ items: 3, assets: 4 });
    const short = { ...source, assets: source.assets.map((asset) => ({ ...asset, whereKept: 'сейф' })) };
    const rows = markdownOf(short)
      .split('\n')
      .filter((line) => line.startsWith('| '));
    const widths = rows.map((row) => Array.from(row.replace(/\p{M}/gu, '')).length);
    expect(rows.length).toBeGreaterThanOrEqual(6);
    expect(new Set(widths.slice(0, 6)).size).toBe(1);
    expect(Math.max(...widths)).toBeLessThanOrEqual(120);
  });

  test('lists what is too long for columns', () => {
    const source = sourceForClient({ items: 3, assets: 2 });
    const whereKept = 'в сейфе бухгалтерии на третьем этаже, ключ у Раисы, второй ключ в банке, по заявлению за день';
    const long = { ...source, assets: source.assets.map((asset) => ({ ...asset, whereKept, heldBy: '' })) };
    expect(markdownOf(long)).toContain(`- **Доступ № 1**
  - Где лежит: ${whereKept}
  - Кому: остаётся
  - Состояние: неделя 2
`);
  });
});
