import type { Nodes, PhrasingContent, Root } from 'mdast';

/** For remark: a line that was typed is a line that is shown; Markdown alone would join them. */
export function lineBreaks(): (tree: Root) => void {
  return breakLines;
}

function breakLines(node: Nodes): void {
  if (!('children' in node)) return;
  if (isProse(node)) {
    node.children = node.children.flatMap((child) => (child.type === 'text' ? linesOf(child.value) : [child]));
  }
  for (const child of node.children) breakLines(child);
}

type Prose = Extract<Nodes, { readonly children: readonly PhrasingContent[] }>;
const prose: ReadonlySet<string> = new Set<Prose['type']>([
  'paragraph',
  'heading',
  'emphasis',
  'strong',
  'delete',
  'link',
  'linkReference',
]);

function isProse(node: Nodes): node is Prose {
  return prose.has(node.type);
}

function linesOf(text: string): readonly PhrasingContent[] {
  return text
    .split('\n')
    .flatMap((value, index) => [
      ...(index === 0 ? [] : [{ type: 'break' as const }]),
      { type: 'text' as const, value },
    ]);
}
