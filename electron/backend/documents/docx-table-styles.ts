import { ImportedXmlComponent } from 'docx';
import type { Language } from '../../../shared/language.ts';
import { colours, fonts } from './docx-looks.ts';

// Defaults and table styles, which the library takes as XML only.

type Side = 'top' | 'left' | 'bottom' | 'right' | 'insideH' | 'insideV';

interface TableLookOptions {
  readonly name: string;
  /** Sides with a hairline. */
  readonly lines?: readonly Side[];
  /** Distance of the text from the sides of a cell, in twentieths of a point. */
  readonly padding: Readonly<Record<'top' | 'left' | 'bottom' | 'right', number>>;
  readonly fill?: string;
}

const sides: readonly Side[] = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'];
const flush = { top: 0, left: 0, bottom: 0, right: 0 };
const close = { top: 40, left: 0, bottom: 40, right: 120 };

const looks = {
  /** Lines between rows; the head names the columns. */
  Rows: { name: 'Rows', lines: ['insideH'], padding: close },
  /** The same without a head, so with a line above. */
  RowsWithoutHead: { name: 'Rows without Head', lines: ['top', 'insideH'], padding: { ...close, top: 60, bottom: 60 } },
  Facts: {
    name: 'Facts',
    lines: ['top', 'bottom', 'insideV'],
    padding: { top: 140, left: 160, bottom: 140, right: 80 },
  },
  Panel: { name: 'Panel', fill: colours.panel, padding: { top: 20, left: 300, bottom: 200, right: 300 } },
  Foot: { name: 'Foot', lines: ['top'], padding: { ...flush, top: 120 } },
  /** From edge to edge. */
  Bar: { name: 'Bar', padding: flush },
  SideBySide: { name: 'Side by Side', padding: { ...flush, right: 240 } },
} as const satisfies Readonly<Record<string, TableLookOptions>>;

export type TableLook = keyof typeof looks;

/** What every other style begins from: the document's language, font and line. */
export function baseStyles(language: Language): readonly ImportedXmlComponent[] {
  const spoken = language === 'ru' ? 'ru-RU' : 'en-US';
  const font = ['ascii', 'hAnsi', 'eastAsia', 'cs'].map((signs) => `w:${signs}="${fonts.text}"`).join(' ');
  return [
    `<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts ${font}/><w:color w:val="${colours.ink}"/><w:sz w:val="19"/><w:szCs w:val="19"/><w:lang w:val="${spoken}" w:eastAsia="${spoken}" w:bidi="he-IL"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>`,
    `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>`,
    `<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>`,
    `<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>${cellMargins(close)}</w:tblPr></w:style>`,
    ...Object.entries(looks).map(([id, look]) => tableStyle(id, look)),
  ].map((xml) => ImportedXmlComponent.fromXmlString(xml));
}

function tableStyle(id: string, { name, lines = [], padding, fill }: TableLookOptions): string {
  const borders = sides.map((side) =>
    lines.includes(side)
      ? `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="${colours.line}"/>`
      : `<w:${side} w:val="nil"/>`,
  );
  const shade = fill === undefined ? '' : `<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="${fill}"/></w:tcPr>`;
  return `<w:style w:type="table" w:customStyle="1" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblBorders>${borders.join('')}</w:tblBorders>${cellMargins(padding)}</w:tblPr>${shade}</w:style>`;
}

function cellMargins(padding: TableLookOptions['padding']): string {
  const margin = (side: keyof typeof padding) => `<w:${side} w:w="${padding[side]}" w:type="dxa"/>`;
  return `<w:tblCellMar>${margin('top')}${margin('left')}${margin('bottom')}${margin('right')}</w:tblCellMar>`;
}
