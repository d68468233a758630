import {
  AlignmentType,
  BorderStyle,
  type IBaseParagraphStyleOptions,
  type ICharacterStyleOptions,
  type IParagraphStyleOptions,
  LineRuleType,
} from 'docx';
import { colours, dashes, fonts } from './docx-looks.ts';

/*
 * The named styles of a Word file: whoever takes the document over changes a style and not two hundred paragraphs.
 * Sizes in half points, distances in twentieths of a point.
 */

type Look = Pick<IBaseParagraphStyleOptions, 'basedOn' | 'next' | 'run' | 'paragraph'> & { readonly name: string };

const serif = { font: fonts.heading, color: colours.soft };
const small = { size: 16, color: colours.quiet };
const rule = (color: string, size: number, space: number) => ({
  top: { style: BorderStyle.SINGLE, size, space, color },
});

const looks = {
  Title: {
    name: 'Title',
    next: 'Subtitle',
    run: { ...serif, size: 60, color: colours.ink },
    paragraph: { spacing: { before: 1800, after: 60 } },
  },
  Subtitle: { name: 'Subtitle', next: 'Letter', run: { ...serif, size: 38 }, paragraph: { spacing: { after: 480 } } },
  Heading1: {
    name: 'heading 1',
    run: { font: fonts.heading, size: 36 },
    paragraph: { spacing: { before: 560, after: 80 }, keepNext: true, outlineLevel: 0 },
  },
  Heading1NewPage: {
    name: 'Heading 1 on a new page',
    basedOn: 'Heading1',
    // Word keeps the distance above a paragraph that begins a page of its own.
    paragraph: { spacing: { before: 0, after: 80 } },
  },
  Heading2: {
    name: 'heading 2',
    run: { size: 21, bold: true },
    paragraph: { spacing: { before: 240, after: 60 }, keepNext: true, outlineLevel: 1 },
  },
  Letter: {
    name: 'Letter',
    run: { ...serif, size: 24 },
    paragraph: { spacing: { after: 160, line: 300, lineRule: LineRuleType.AUTO }, indent: { right: 1400 } },
  },
  Lead: { name: 'Lead', run: { color: colours.soft }, paragraph: { spacing: { after: 200 }, indent: { right: 1000 } } },
  WeekSentence: {
    name: 'Week Sentence',
    run: { ...serif, size: 19 },
    paragraph: { spacing: { after: 40 }, keepNext: true },
  },
  FactLabel: { name: 'Fact Label', next: 'FactValue', run: small, paragraph: { keepNext: true } },
  FactValue: { name: 'Fact Value', run: { font: fonts.heading, size: 27 } },
  RulerReached: {
    name: 'Ruler Reached',
    run: { size: 19, bold: true, color: colours.accent },
    paragraph: { border: rule(colours.accent, 18, 6), keepNext: true },
  },
  RulerAhead: {
    name: 'Ruler Ahead',
    run: { size: 19, bold: true },
    paragraph: { border: rule(colours.line, 18, 6), keepNext: true },
  },
  TableHeading: { name: 'Table Heading', run: small, paragraph: { keepNext: true } },
  TableText: { name: 'Table Text', run: { size: 18 } },
  TableTextDone: { name: 'Table Text Done', basedOn: 'TableText', run: { color: colours.quiet } },
  TableNote: { name: 'Table Note', run: small },
  CheckOpen: {
    name: 'Check Box',
    run: { font: fonts.signs, size: 20, color: colours.quiet },
    paragraph: { spacing: { line: 228, lineRule: LineRuleType.EXACT } },
  },
  CheckDone: { name: 'Check Box Done', basedOn: 'CheckOpen', run: { color: colours.accent } },
  ListBullet: {
    name: 'List Bullet',
    paragraph: { numbering: { reference: dashes, level: 0 }, spacing: { after: 80 } },
  },
  PanelText: { name: 'Panel Text', run: { color: colours.soft }, paragraph: { keepNext: true } },
  Signature: {
    name: 'Signature',
    run: { size: 17, color: colours.soft },
    paragraph: { border: rule(colours.ink, 6, 4), spacing: { before: 480 }, keepNext: true },
  },
  SignatureDate: { name: 'Signature Date', run: { size: 17, color: colours.quiet } },
  // LibreOffice keeps “Header Right” and “Footer Right” for styles of its own.
  Header: { name: 'header', run: small },
  HeadTitle: { name: 'Head Title', basedOn: 'Header', paragraph: { alignment: AlignmentType.RIGHT } },
  Footer: { name: 'footer', run: small },
  FootTitle: { name: 'Foot Title', basedOn: 'Footer', paragraph: { alignment: AlignmentType.CENTER } },
  FootPage: { name: 'Foot Page', basedOn: 'Footer', paragraph: { alignment: AlignmentType.RIGHT } },
  AgencyName: { name: 'Agency Name', run: { bold: true } },
  VersionDate: {
    name: 'Version Date',
    run: { color: colours.quiet },
    paragraph: { alignment: AlignmentType.RIGHT },
  },
  // Word asks for a paragraph between two tables and after the last one.
  Spacer: { name: 'Spacer', run: { size: 2 }, paragraph: { spacing: { line: 20, lineRule: LineRuleType.EXACT } } },
  WideSpacer: { name: 'Wide Spacer', basedOn: 'Spacer', paragraph: { spacing: { before: 360 }, keepNext: true } },
} as const satisfies Readonly<Record<string, Look>>;

export type ParagraphLook = keyof typeof looks | 'Normal';

const characterLooks = {
  Strong: { name: 'Strong', run: { bold: true } },
  Dates: { name: 'Dates', run: { bold: false, size: 17, color: colours.quiet } },
  Sign: { name: 'Sign', run: { font: fonts.signs, color: colours.accent } },
  // The library's lines above notes ask for them, though there are no notes.
  FootnoteReference: { name: 'footnote reference', run: { superScript: true } },
  EndnoteReference: { name: 'endnote reference', run: { superScript: true } },
} as const satisfies Readonly<Record<string, Omit<ICharacterStyleOptions, 'id'>>>;

export type CharacterLook = keyof typeof characterLooks;

export const paragraphStyles: readonly IParagraphStyleOptions[] = Object.entries(looks).map(([id, look]) => ({
  id,
  basedOn: 'Normal',
  quickFormat: true,
  ...look,
}));

export const characterStyles: readonly ICharacterStyleOptions[] = Object.entries(characterLooks).map(([id, look]) => ({
  id,
  basedOn: 'DefaultParagraphFont',
  quickFormat: true,
  ...look,
}));
