import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { found, type MarkedFile } from './leak-in-test.ts';

/** By format; a Word file as the text of all that is in it. */
export type Written = Readonly<Record<'html' | 'markdown' | 'docx', string>>;

export function textIn(docx: Uint8Array): string {
  return Object.values(unzipSync(docx))
    .map((part) => strFromU8(part))
    .join('\n');
}

interface Shown {
  readonly marked: () => MarkedFile;
  readonly texts: () => Promise<Written>;
  readonly allowed: readonly string[];
}

/** What holds for a document of any kind, whoever reads it. */
export function testOnlyAllowed({ marked, texts, allowed }: Shown): void {
  test.each(['html', 'markdown', 'docx'] as const)('as %s shows nothing but what is on its list', async (format) => {
    // The monogram is drawn on the cover of the page only.
    const expected = format === 'html' ? allowed : allowed.filter((word) => word !== 'agency.monogram');
    expect(found((await texts())[format]).toSorted()).toEqual([...expected].toSorted());
  });

  test('holds no id of any record', async () => {
    for (const text of Object.values(await texts())) {
      for (const id of marked().ids.values()) expect(text).not.toContain(id);
    }
  });
}
