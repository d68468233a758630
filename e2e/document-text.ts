import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { convertedBySoffice } from './word/libre-office.ts';

/** White space goes: lines break wherever the page or the cell ends. */
export const plain = (text: string) => text.replace(/\s+/g, '');

function readPdf(file: string): string {
  return plain(execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' }));
}

/** What stands in an exported file, by the tools of others, without white space. */
export const textOf = {
  pdf: readPdf,
  docx: (file: string) => convertedBySoffice([file], 'pdf').map(readPdf).join(''),
  markdown: (file: string) => plain(readFileSync(file, 'utf8').replace(/\\(?=[!-/:-@[-`{-~])/g, '')),
} as const;

/** As they stand on the page. */
export const pdfLines = (file: string) =>
  execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).split('\n');

export const pdfFacts = (file: string) => execFileSync('pdfinfo', [file], { encoding: 'utf8' });

export const pdfStructure = (file: string) => execFileSync('pdfinfo', ['-struct', file], { encoding: 'utf8' });

/** One line for each font. */
export function pdfFonts(file: string): readonly string[] {
  return execFileSync('pdffonts', [file], { encoding: 'utf8' }).trim().split('\n').slice(2);
}

/** Page by page in the order in which it is read, without white space. */
export function pdfPages(file: string): readonly string[] {
  const pages = execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  return pages.split('\f').slice(0, -1).map(plain);
}
