import type { BriefBlock, BriefDocument, BriefSection } from '../../../shared/handoff/brief.ts';
import { type Block, cell, grid, section as heading, spacer } from './docx-blocks.ts';
import { coverHead, factsTable } from './docx-body.ts';
import { dash, line, lines } from './docx-text.ts';
import { packedDocx } from './docx.ts';

/** The brief in Word's format, with the same content and order; the same brief gives the same bytes. */
export function briefDocx(brief: BriefDocument): Promise<Uint8Array> {
  return packedDocx(brief, [
    ...coverHead(brief),
    ...brief.letter.flatMap((text) => lines('Letter', text)),
    spacer('WideSpacer'),
    factsTable(brief.facts),
    ...brief.sections.flatMap(section),
  ]);
}

function section({ heading: title, lead, blocks }: BriefSection): readonly Block[] {
  return [heading(title), ...(lead === '' ? [] : [line('Lead', lead)]), ...blocks.flatMap(block)];
}

function block(part: BriefBlock): readonly Block[] {
  switch (part.kind) {
    case 'text':
      return lines('Normal', part.text);
    case 'list':
      return part.lines.map(dash);
    case 'table':
      return [
        grid(
          'Rows',
          part.widths,
          part.rows.map((row) => ({
            cells: row.map((text, index) => cell(text, 'TableText', index === 0 ? { look: 'Strong' } : {})),
          })),
          part.columns,
        ),
      ];
  }
}
