import path from 'node:path';
import type { Words } from '../../../shared/language.ts';
import type { Paper } from '../../../shared/paper.ts';
import type { Context } from '../context.ts';
import { briefHtml } from '../documents/brief-html.ts';
import { carriedFonts } from '../documents/fonts.ts';
import { askForPlace, stillFree, writeWhole } from '../save-file.ts';

/** One file that needs nothing beside it, without a script. */
export async function paperHtml({ desktop }: Pick<Context, 'desktop'>, paper: Paper): Promise<string> {
  return briefHtml(paper, { fonts: await carriedFonts(paper, desktop.readFont), fitsPhones: true });
}

interface Leaving {
  /** Of the dialog. */
  readonly title: Words;
  /** Without its extension. */
  readonly fileName: string;
  readonly extension: string;
  readonly make: () => Promise<string>;
}

/** Asks where to and writes it there whole; null when no place was chosen. */
export async function saveText({ desktop, language }: Context, leaving: Leaving): Promise<string | null> {
  const { title, fileName, extension, make } = leaving;
  const asked = { title: title[language()], suggestedName: `${fileName}.${extension}`, extension };
  const chosen = await askForPlace(desktop, asked);
  if (chosen === null) return null;
  const bytes = Buffer.from(await make(), 'utf8');
  const place = await stillFree(desktop, chosen, asked);
  if (place === null) return null;
  await writeWhole(place.file, bytes);
  return path.resolve(place.file);
}
