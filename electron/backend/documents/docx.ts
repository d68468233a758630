import {
  AlignmentType,
  convertMillimetersToTwip,
  Document,
  Footer,
  Header,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { DocumentFrame, HandoffDocument } from '../../../shared/handoff/document.ts';
import { type Block, cell, grid, spacer } from './docx-blocks.ts';
import { docxBody } from './docx-body.ts';
import { dashes } from './docx-looks.ts';
import { characterStyles, paragraphStyles } from './docx-styles.ts';
import { baseStyles } from './docx-table-styles.ts';

/** Word's format with the same content and order; the same document gives the same bytes. */
export function documentDocx(document: HandoffDocument): Promise<Uint8Array> {
  return packedDocx(document, docxBody(document));
}

export async function packedDocx(document: DocumentFrame, body: readonly Block[]): Promise<Uint8Array> {
  const packed = await Packer.toBuffer(wordDocument(document, body));
  return settled(packed, document);
}

function wordDocument(document: DocumentFrame, body: readonly Block[]): Document {
  return new Document({
    title: document.line,
    creator: document.agencyName,
    lastModifiedBy: document.agencyName,
    description: '',
    styles: { importedStyles: baseStyles(document.language), paragraphStyles, characterStyles },
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
              style: { paragraph: { indent: { left: 340, hanging: 340 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297) },
            margin: { top: '20mm', right: '20mm', bottom: '24mm', left: '22mm', footer: '14mm', header: '10mm' },
          },
        },
        // The cover says in large letters what the head of the other pages says in small ones.
        headers: { default: header(document), first: new Header({ children: [spacer()] }) },
        footers: { default: footer(document), first: footer(document) },
        children: [...body],
      },
    ],
  });
}

function header({ clientName, title }: DocumentFrame): Header {
  const cells = [cell(clientName, 'Header'), cell(title, 'HeadTitle')];
  return new Header({ children: [grid('Bar', [70, 30], [{ cells }]), spacer()] });
}

/** Cells, not tab stops: a long name breaks in its own and leaves the page number where it is. */
function footer({ agencyName, line: title }: DocumentFrame): Footer {
  const page = new Paragraph({
    style: 'FootPage',
    children: [new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] })],
  });
  const cells = [cell(agencyName, 'Footer'), cell(title, 'FootTitle'), [page]];
  return new Footer({ children: [grid('Foot', [20, 60, 20], [{ cells }]), spacer()] });
}

/** Signs that no XML may hold; typed or pasted, they would make the whole file unreadable. */
const notInXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** The library stamps the moment of writing into the package; here it becomes the document's own day. */
function settled(packed: Uint8Array, { madeOn, language }: DocumentFrame): Uint8Array {
  const stamp = /(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)/g;
  const spoken = `<dc:language>${language === 'ru' ? 'ru-RU' : 'en-US'}</dc:language></cp:coreProperties>`;
  const files = Object.entries(unzipSync(packed)).map(([name, bytes]): [string, Uint8Array] => {
    const text = strFromU8(bytes).replace(notInXml, '');
    if (name !== 'docProps/core.xml') return [name, strToU8(text)];
    return [name, strToU8(text.replace(stamp, `$1${madeOn}T00:00:00Z$2`).replace('</cp:coreProperties>', spoken))];
  });
  const [year = 0, month = 1, date = 1] = madeOn.split('-').map(Number);
  // By name the list of types comes first, by which mail programs tell a Word file from any other zip.
  const sorted = files.toSorted(([one], [other]) => (one < other ? -1 : 1));
  // Zip keeps wall time without a zone: a local date gives the same bytes everywhere.
  return zipSync(Object.fromEntries(sorted), { mtime: new Date(year, month - 1, date), level: 6 });
}
