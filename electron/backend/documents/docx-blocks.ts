import {
  HeadingLevel,
  type ITableBordersOptions,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { colours, dashes, textWidth } from './docx-looks.ts';

// What the parts of a Word file are made of.

export interface Look {
  readonly font?: string;
  /** Half points. */
  readonly size?: number;
  readonly color?: string;
  readonly bold?: boolean;
}

export interface LineLook extends Look {
  readonly align?: 'left' | 'center' | 'right';
  /** Stays on the page of what follows. */
  readonly keepNext?: boolean;
}

export type Cell = readonly Paragraph[];

export function run(text: string, look: Look = {}): TextRun {
  return new TextRun({ text, ...look });
}

export function line(text: string, { align = 'left', keepNext = false, ...look }: LineLook = {}): Paragraph {
  return new Paragraph({ alignment: align, keepNext, children: [run(text, look)] });
}

export function paragraphs(text: string, look: LineLook = {}): readonly Paragraph[] {
  return text.split('\n').map((each) => line(each, look));
}

export function cell(text: string, look: LineLook = {}): Cell {
  return paragraphs(text, look);
}

export function dash(text: string): Paragraph {
  const [first = '', ...rest] = text.split('\n');
  return new Paragraph({
    numbering: { reference: dashes, level: 0 },
    children: [run(first), ...rest.map((each) => new TextRun({ text: each, break: 1 }))],
  });
}

export function gap(): Paragraph {
  return new Paragraph({ spacing: { after: 160 } });
}

export function section(text: string, onNewPage = false): Paragraph {
  const atTop = onNewPage ? { spacing: { before: 0, after: 120 } } : {};
  return new Paragraph({ text, heading: HeadingLevel.HEADING_1, pageBreakBefore: onNewPage, ...atTop });
}

/** A table over the whole width; `widths` in per cent. */
export function grid(
  borders: ITableBordersOptions,
  widths: readonly number[],
  rows: readonly (readonly Cell[])[],
  head?: readonly string[],
): Table {
  const columns = widths.map((width) => Math.round((textWidth * width) / 100));
  const look = { size: 16, color: colours.quiet } as const;
  const heads = head
    ? [
        tableRow(
          head.map((text) => cell(text, look)),
          columns,
          true,
        ),
      ]
    : [];
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: columns,
    borders,
    rows: [...heads, ...rows.map((cells) => tableRow(cells, columns, false))],
  });
}

function tableRow(cells: readonly Cell[], columns: readonly number[], isHead: boolean): TableRow {
  return new TableRow({
    cantSplit: true,
    tableHeader: isHead,
    children: cells.map(
      (children, index) =>
        new TableCell({
          children: [...children],
          width: { size: columns[index] ?? 0, type: WidthType.DXA },
          margins: { top: 30, bottom: 30, left: 0, right: index === cells.length - 1 ? 0 : 120 },
          ...(isHead && { shading: { type: ShadingType.CLEAR, fill: 'auto' } }),
        }),
    ),
  });
}
