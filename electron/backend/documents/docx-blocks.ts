import { Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx';
import { textWidth } from './docx-looks.ts';
import type { ParagraphLook } from './docx-styles.ts';
import type { TableLook } from './docx-table-styles.ts';
import { line, type LineOptions, lines } from './docx-text.ts';

// What the parts of a Word file are made of.

export type Block = Paragraph | Table;
export type Cell = readonly Paragraph[];

export interface Row {
  readonly cells: readonly Cell[];
  /** One cell over all columns. */
  readonly isWide?: boolean;
  /** The first cell begins at the edge of the page's text, whatever the style leaves free inside the others. */
  readonly isFlush?: boolean;
  /** Longer than a page, perhaps. */
  readonly mayBreak?: boolean;
}

export function cell(text: string, style: ParagraphLook = 'TableText', options: LineOptions = {}): Cell {
  return lines(style, text, options);
}

export function spacer(look: 'Spacer' | 'WideSpacer' = 'Spacer'): Paragraph {
  return new Paragraph({ style: look });
}

export function section(text: string, onNewPage = false): Paragraph {
  return onNewPage ? line('Heading1NewPage', text, { onNewPage }) : line('Heading1', text);
}

/** A table over the whole width; `widths` in per cent. */
export function grid(
  look: TableLook,
  widths: readonly number[],
  rows: readonly Row[],
  head?: readonly string[],
): Table {
  const columns = widths.map((width) => Math.round((textWidth * width) / 100));
  const heads = head ? [tableRow({ cells: head.map((text) => cell(text, 'TableHeading')) }, columns, true)] : [];
  return new Table({
    style: look,
    layout: TableLayoutType.FIXED,
    width: { size: columns.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: columns,
    tableLook: { firstRow: head !== undefined, noVBand: true },
    rows: [...heads, ...rows.map((row) => tableRow(row, columns, false))],
  });
}

function tableRow(
  { cells, isWide = false, isFlush = false, mayBreak = false }: Row,
  columns: readonly number[],
  isHead: boolean,
) {
  return new TableRow({
    cantSplit: !mayBreak,
    ...(isHead && { tableHeader: true }),
    children: cells.map(
      (children, index) =>
        new TableCell({
          children: [...children],
          ...(isWide && { columnSpan: columns.length }),
          ...(isFlush && index === 0 && { margins: { left: 0 } }),
        }),
    ),
  });
}
