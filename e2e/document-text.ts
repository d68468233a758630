import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';

/** White space goes: lines break wherever the page or the cell ends. */
export const plain = (text: string) => text.replace(/\s+/g, '');

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function readDocx(file: string): string {
  const xml = strFromU8(unzipSync(readFileSync(file))['word/document.xml'] ?? new Uint8Array());
  return xml.replace(/<[^>]+>/g, '').replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole);
}

/** What stands in an exported file, by the tools of others, without white space. */
export const textOf = {
  pdf: (file: string) => plain(execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' })),
  docx: (file: string) => plain(readDocx(file)),
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
