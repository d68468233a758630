import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, test } from 'vitest';
import { makeBrief } from '../../../shared/handoff/brief.ts';
import type { BriefSource } from '../../../shared/handoff/brief-source.ts';
import { briefHtml } from './brief-html.ts';
import { briefSource } from './brief-in-test.ts';
import { briefMarkdown } from './brief-markdown.ts';
import { servedFont } from './fonts.ts';
import { escapeText } from './markup.ts';
import { oddTexts } from './odd-document-in-test.ts';

/** One text in every field that somebody fills. */
function oddBrief(text: string) {
  const { client, systems, roles, steps, goals } = briefSource;
  const source: BriefSource = {
    ...briefSource,
    agency: { name: text, monogram: '', contact: text },
    leadName: text,
    client: { ...client, name: text },
    map: [text],
    defects: [text],
    systems: systems.map((system) => ({ ...system, name: text })),
    roles: roles.map((role) => ({ ...role, roleNote: text })),
    steps: steps.map((step) => ({ ...step, title: text })),
    goals: goals && {
      ...goals,
      goal: text,
      figures: goals.figures.map((figure) => ({ ...figure, name: text, unit: text, serves: text })),
    },
  };
  return makeBrief(source, { language: 'ru', includeGoals: true });
}

function nodesOf(node: Nodes): readonly Nodes[] {
  return 'children' in node ? [node, ...node.children.flatMap(nodesOf)] : [node];
}

function textOf(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

/** Each text stands in the brief this often. */
const times = 12;

describe.each(Object.entries(oddTexts))('a brief full of: %s', (_name, text) => {
  test('is text in Markdown, all of it, and nothing else', () => {
    const tree = fromMarkdown(briefMarkdown(oddBrief(text)), {
      extensions: [gfm()],
      mdastExtensions: [gfmFromMarkdown()],
    });
    expect(textOf(tree).split(text).length - 1).toBeGreaterThanOrEqual(times);
    const other = ['html', 'image', 'imageReference', 'linkReference', 'code'];
    expect(nodesOf(tree).filter(({ type }) => other.includes(type))).toEqual([]);
  });

  test('is text in a web page, all of it', () => {
    const page = briefHtml(oddBrief(text), { fonts: servedFont, fitsPhones: true });
    expect(page.split(escapeText(text)).length - 1).toBeGreaterThanOrEqual(times);
    expect(page.match(/<(?:script|a|img|iframe|form)\b/g)).toBeNull();
  });
});
