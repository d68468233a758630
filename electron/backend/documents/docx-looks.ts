import { convertMillimetersToTwip } from 'docx';

/** Fonts that Word and LibreOffice have everywhere, with Cyrillic, № and ₽. */
export const fonts = { text: 'Arial', heading: 'Georgia', signs: 'Segoe UI Symbol' } as const;

export const colours = {
  ink: '26211C',
  soft: '4F4740',
  quiet: '6B625A',
  line: 'D9D7D3',
  accent: '0C5A66',
  panel: 'F5F2EA',
} as const;

/** The numbering that draws a dash before a line. */
export const dashes = 'dashes';

/** A4 less the margins of 22 and 20 mm, in twentieths of a point. */
export const textWidth = convertMillimetersToTwip(168);
