import {
  AlignmentType,
  convertMillimetersToTwip,
  Document,
  Footer,
  LevelFormat,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { HandoffDocument } from '../../../shared/handoff/document.ts';
import { cell, grid, line } from './docx-blocks.ts';
import { docxBody } from './docx-body.ts';
import { colours, dashes, fonts, rowLines } from './docx-looks.ts';

/** Word's format with the same content and order; the same document gives the same bytes. */
export async function documentDocx(document: HandoffDocument): Promise<Uint8Array> {
  const packed = await Packer.toBuffer(wordDocument(document));
  return settled(packed, document.madeOn);
}

function wordDocument(document: HandoffDocument): Document {
  const language = { value: document.language === 'ru' ? 'ru-RU' : 'en-US' };
  const heading = { font: fonts.heading, color: colours.ink, bold: false };
  return new Document({
    title: document.line,
    creator: document.agencyName,
    lastModifiedBy: document.agencyName,
    description: '',
    styles: {
      default: {
        document: {
          run: { font: fonts.text, size: 20, color: colours.ink, language },
          paragraph: { spacing: { line: 264, lineRule: LineRuleType.AUTO } },
        },
        title: {
          run: { ...heading, size: 60 },
          paragraph: { spacing: { before: 1800, after: 120, line: 264, lineRule: LineRuleType.AUTO } },
        },
        heading1: {
          run: { ...heading, size: 36 },
          paragraph: { spacing: { before: 480, after: 120 }, keepNext: true },
        },
        heading2: {
          run: { font: fonts.text, size: 22, bold: true, color: colours.ink },
          paragraph: { spacing: { before: 160, after: 60 }, keepNext: true },
        },
      },
    },
    numbering: {
      config: [
        {
          reference: dashes,
          levels: [
            {
              level: 0,
              format: LevelFormat.BULLET,
              text: '–',
              alignment: AlignmentType.LEFT,
              style: { paragraph: { indent: { left: 340, hanging: 340 }, spacing: { after: 80 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297) },
            margin: { top: '20mm', right: '20mm', bottom: '24mm', left: '22mm', footer: '14mm', header: '10mm' },
          },
        },
        footers: { default: footer(document) },
        children: [...docxBody(document)],
      },
    ],
  });
}

/** Cells, not tab stops: a long name breaks in its own and leaves the page number where it is. */
function footer({ agencyName, line: title }: HandoffDocument): Footer {
  const look = { size: 16, color: colours.quiet };
  const page = new Paragraph({
    alignment: AlignmentType.RIGHT,
    children: [new TextRun({ ...look, children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] })],
  });
  const cells = [cell(agencyName, look), cell(title, { ...look, align: 'center' }), [page]];
  // Word asks for a paragraph after a table.
  return new Footer({ children: [grid(rowLines, [20, 60, 20], [cells]), line('', { size: 2 })] });
}

/** The library stamps the moment of writing into the package; here it becomes the document's own day. */
function settled(packed: Uint8Array, day: string): Uint8Array {
  const files = unzipSync(packed);
  const core = files['docProps/core.xml'];
  if (core) {
    const stamp = /(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)/g;
    files['docProps/core.xml'] = strToU8(strFromU8(core).replace(stamp, `$1${day}T00:00:00Z$2`));
  }
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  // Zip keeps wall time without a zone: a local date gives the same bytes everywhere.
  return zipSync(files, { mtime: new Date(year, month - 1, date), level: 6 });
}
