import type { RootContent } from 'mdast';
import type { BriefBlock } from '../../../shared/handoff/brief.ts';
import type { Paper } from '../../../shared/paper.ts';
import { heading, list, markdownOf, paragraph, records, strong, text } from './markdown.ts';

/** A brief or another paper as Markdown, with tables or, where their cells are long, lists. */
export function briefMarkdown(brief: Paper): string {
  return markdownOf([
    heading(1, `${brief.title}: ${brief.clientName}`),
    paragraph(`${brief.agencyName}, ${brief.version}`),
    ...brief.letter.map(paragraph),
    list(brief.facts.map((fact) => [strong(fact.label), ...text(`: ${fact.value}`)])),
    ...brief.sections.flatMap(({ heading: title, lead, blocks }) => [
      heading(2, title),
      ...(lead === '' ? [] : [paragraph(lead)]),
      ...blocks.map(block),
    ]),
  ]);
}

function block(part: BriefBlock): RootContent {
  switch (part.kind) {
    case 'text':
      return paragraph(part.text);
    case 'list':
      return list(part.lines.map(text));
    case 'table':
      return records(
        part.columns,
        part.rows.map((row) => row.map((cell) => cell.replaceAll('\n', '; '))),
      );
  }
}
