import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { DocumentSource, SourceForAgency, SourceForClient } from '../../../shared/handoff/document-source.ts';
import { documentFileName, makeDocument } from '../../../shared/handoff/document.ts';
import { clientOptions as options, sourceForAgency, sourceOf } from './document-in-test.ts';
import { documentDocx } from './docx.ts';
import { carriedFonts, servedFont } from './fonts.ts';
import { documentHtml } from './html.ts';
import { documentMarkdown } from './markdown.ts';
import { pageCount, settledPdf } from './pdf.ts';

const inProgram = { fonts: servedFont, fitsPhones: false };

const item = {
  code: '',
  side: 'agency',
  person: '',
  dueOn: '2026-11-12',
};

const source: SourceForClient = {
  audience: 'client',
  madeOn: '2026-11-23',
  agency: { name: 'Бюро Кварта', monogram: 'К', contact: '', signature: '' },
  client: { name: 'Текстиль «Веретено»', sinceOn: '2020-10-20' },
  startOn: '2026-11-09',
  endOn: '2026-12-09',
  careUntilOn: '2027-01-31',
  successor: 'contractor',
  successorName: '',
  letter: '',
  leadName: 'Ника Т.',
  partnerNames: ['Глеб О.', 'Ника Т.'],
  items: [
    { ...item, title: 'Совместный выпуск № 1, бюджет 100 000 ₽', state: 'done' },
    { ...item, title: 'Ещё не всё — «журнал»', state: 'todo', dueOn: '2026-12-01' },
  ],
  assets: [
    {
      name: 'Обмен с 1С',
      whereKept: 'сервер | шкаф',
      heldBy: 'Глеб',
      goesTo: 'client',
      state: 'transferred',
      stateOn: '2026-11-18',
    },
  ],
  candidates: [
    {
      name: 'Депо Кода',
      fits: 'знают 1С',
      consider: 'Дорого.',
      disclosure: 'наш бывший коллега',
      state: 'leaning',
      answered: 4,
    },
  ],
  contacts: [],
  dossier: [{ kind: 'watch', text: 'Запас 18 %' }],
};

async function wordPart(name: string, given: DocumentSource): Promise<string> {
  const parts = unzipSync(await documentDocx(makeDocument(given, options)));
  return strFromU8(parts[name] ?? new Uint8Array());
}

async function wordText(given: DocumentSource): Promise<string> {
  return (await wordPart('word/document.xml', given)).replace(/<[^>]+>/g, '');
}

/** What a reader sees; a plain address may become a link. */
function plainText(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(plainText).join('') : '';
}

/** Signs that mean something in Markdown, HTML, XML or CSS. */
const nasty = '<script>alert(1)</script> & "x" </style> *b* _i_ `c` [l](https://example.com) # h | ~~s~~ \\ <!-- -->';

test('our own copy says who accepted a step, and when', () => {
  const accepted = {
    ...item,
    title: 'Порядок действий при сбое',
    state: 'done',
    stateReason: '',
    evidence: '',
    confirmedBy: 'Костя',
  };
  const reasons = { codes: [], text: '' };
  const { letter: _letter, ...shared } = source;
  const ours: SourceForAgency = {
    ...shared,
    audience: 'agency',
    reasons,
    items: [{ ...accepted, confirmedOn: '2026-11-20' }],
  };
  const text = documentMarkdown(makeDocument(ours, { ...options, audience: 'agency' }));
  expect(text).toContain('Приёмка: Костя, 20\u00a0ноября');
  const undated = documentMarkdown(
    makeDocument({ ...ours, items: [{ ...accepted, confirmedOn: null }] }, { ...options, audience: 'agency' }),
  );
  expect(undated).toMatch(/Приёмка: Костя$/m);
  expect(documentMarkdown(makeDocument(source, options))).not.toContain('Костя');
});

describe('every format', () => {
  test('says the same with ё № ₽ « » —', async () => {
    const markdown = documentMarkdown(makeDocument(source, options));
    const html = documentHtml(makeDocument(source, options), inProgram);
    for (const text of [markdown, html, await wordText(source)]) {
      for (const words of [
        'шесть\u00a0лет и один\u00a0месяц',
        'Совместный выпуск № 1, бюджет 100 000 ₽',
        'Ещё не всё — «журнал»',
        'передан 18\u00a0ноября',
        'Дорого. Наша заинтересованность: наш бывший коллега',
        'До 31\u00a0января\u00a02027 года отвечаем',
      ]) {
        expect(text).toContain(words);
      }
    }
  });

  test('keeps what comes after the handoff on one page with the acceptance', () => {
    const html = documentHtml(makeDocument(source, options), inProgram);
    expect(html).toMatch(/\.end \{ break-inside: avoid; \}/);
    expect(html).toMatch(/<div class="end">(?:(?!<\/div>).)*После передачи(?:(?!<\/div>).)*Приёмка/s);
  });

  test('gives the same bytes for the same data', async () => {
    const first = makeDocument(source, options);
    const second = makeDocument(structuredClone(source), { ...options });
    expect(documentHtml(first, inProgram)).toBe(documentHtml(second, inProgram));
    expect(documentMarkdown(first)).toBe(documentMarkdown(second));
    expect(Buffer.compare(await documentDocx(first), await documentDocx(second))).toBe(0);
  });

  test('carries the fonts of its signs and no others', async () => {
    const asked: string[] = [];
    const read = (file: string) => {
      asked.push(file);
      return Promise.resolve(file.startsWith('golos') ? Buffer.from(`bytes of ${file}`) : null);
    };
    const fonts = await carriedFonts(makeDocument(source, options), read);
    const html = documentHtml(makeDocument(source, options), { fonts, fitsPhones: true });
    const carried = [...html.matchAll(/data:font\/woff2;base64,([\w+/=]+)/g)].map(([, code = '']) => atob(code));
    const golos = ['cyrillic', 'latin-ext', 'latin'].map((subset) => `golos-text-${subset}-wght-normal.woff2`);
    expect(carried).toEqual(golos.map((file) => `bytes of ${file}`));
    expect(html).not.toMatch(/url\('(?!data:)/);

    asked.length = 0;
    const plain = { ...source, items: [], candidates: [], agency: { ...source.agency, name: 'Quarta', monogram: 'Q' } };
    await carriedFonts(makeDocument({ ...plain, client: { ...source.client, name: 'Alder' } }, options), read);
    expect(asked).not.toContain('golos-text-latin-ext-wght-normal.woff2');
  });

  test('takes a pasted script for text', async () => {
    const pasted = {
      ...source,
      items: [{ ...item, title: nasty, state: 'todo' }],
      agency: { ...source.agency, name: nasty },
    };
    const document = makeDocument(pasted, options);
    const html = documentHtml(document, inProgram);
    expect(html).not.toContain('<script');
    expect(html.match(/<\/style>/g)).toHaveLength(1);
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;x&quot;');
    const tree = fromMarkdown(documentMarkdown(document), {
      extensions: [gfm()],
      mdastExtensions: [gfmFromMarkdown()],
    });
    expect(plainText(tree)).toContain(nasty);
    expect(JSON.stringify(tree)).not.toContain('"type":"html"');
    expect(await wordText(pasted)).toContain('&lt;script&gt;');
  });
});

test('an agency without a monogram shows the first letter of its name', () => {
  const agency = { name: '«Кварта»', monogram: '', contact: '', signature: '' };
  expect(makeDocument({ ...source, agency }, options).monogram).toBe('К');
});

test('who signs for us stands beside our name in the acceptance of every format, and nowhere in our own copy', async () => {
  const signed = { ...source, agency: { ...source.agency, signature: 'Ника Тарасова, партнёр' } };
  const document = makeDocument(signed, options);
  expect(document.acceptance?.signatures[0]).toBe('Бюро Кварта, Ника Тарасова, партнёр');
  expect(documentHtml(document, inProgram)).toContain('Бюро Кварта, Ника Тарасова, партнёр');
  expect(documentMarkdown(document)).toContain('Бюро Кварта, Ника Тарасова, партнёр');
  expect(await wordText(signed)).toContain('Бюро Кварта, Ника Тарасова, партнёр');
  const ours = { ...sourceForAgency({ items: 1, assets: 1 }), agency: signed.agency };
  expect(JSON.stringify(makeDocument(ours, { ...options, audience: 'agency' }))).not.toContain('Тарасова, партнёр');
});

test('addresses in Markdown can be pressed and copied', () => {
  const addressed = {
    ...source,
    agency: { ...source.agency, contact: 'hello_us@kvarta.example' },
    dossier: [{ kind: 'watch' as const, text: 'Журнал: https://kvarta.example/log_14?a=1&b=*2 (смотреть утром).' }],
    assets: source.assets.map((asset) => ({ ...asset, whereKept: 'https://a.example/x|y' })),
  };
  const markdown = documentMarkdown(makeDocument(addressed, options));
  expect(markdown).toContain('<hello_us@kvarta.example>');
  expect(markdown).toContain('<https://kvarta.example/log_14?a=1&b=*2> (смотреть утром).');
  const tree = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  expect(plainText(tree)).toContain('https://a.example/x|y');
});

describe('the shortlist', () => {
  const lead = (answered: readonly number[]) => {
    const [one] = source.candidates;
    const candidates = one ? answered.map((count) => ({ ...one, answered: count })) : [];
    return makeDocument({ ...source, candidates }, options).candidates?.lead;
  };

  test('says that everybody was asked only when everybody was', () => {
    expect(lead([6, 6])).toContain('шесть вопросов');
    expect(lead([6, 5])).not.toContain('вопрос');
    expect(lead([0])).not.toContain('вопрос');
  });
});

describe('a Word file', () => {
  test('names nobody but the agency and carries the document’s own day', async () => {
    const core = await wordPart('docProps/core.xml', source);
    expect(core).toContain('<dc:creator>Бюро Кварта</dc:creator>');
    expect(core.match(/2026-11-23T00:00:00Z/g)).toHaveLength(2);
    const packed = Buffer.from(await documentDocx(makeDocument(source, options)));
    expect(packed.indexOf('[Content_Types].xml')).toBe(30);
  });

  test('says in which language it is written', async () => {
    for (const [language, spoken] of [
      ['ru', 'ru-RU'],
      ['en', 'en-US'],
    ] as const) {
      const parts = unzipSync(await documentDocx(makeDocument(source, { ...options, language })));
      expect(strFromU8(parts['word/styles.xml'] ?? new Uint8Array())).toContain(`<w:lang w:val="${spoken}"`);
      expect(strFromU8(parts['docProps/core.xml'] ?? new Uint8Array())).toContain(`<dc:language>${spoken}<`);
    }
  });

  test('has a cell of its own for each part of the foot, and the date at the right edge of the cover', async () => {
    const foot = await wordPart('word/footer1.xml', source);
    const cells = foot.split('<w:tc>').slice(1);
    expect(cells.map((cell) => cell.replace(/<[^>]+>/g, ''))).toEqual([
      'Бюро Кварта',
      'Передача дел: Текстиль «Веретено», версия от 23\u00a0ноября\u00a02026',
      'PAGE / NUMPAGES',
    ]);
    const body = await wordPart('word/document.xml', source);
    const date = body.split('<w:tc>').find((cell) => cell.includes('>23\u00a0ноября\u00a02026<'));
    expect(date).toContain('<w:pStyle w:val="VersionDate"/>');
  });

  test('names the columns of every week again on each page, and keeps the end of the document together', async () => {
    const body = await wordPart('word/document.xml', source);
    // Two weeks with items, the accesses, the shortlist.
    expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(4);
    const after = body.slice(body.indexOf('>После передачи<'), body.indexOf('>Приёмка<')).split('<w:p>').slice(1);
    expect(after.map((paragraph) => /<w:keepNext\/>|"WideSpacer"|"Heading2"/.test(paragraph))).toEqual([
      true,
      true,
      true,
    ]);
    const styles = await wordPart('word/styles.xml', source);
    for (const style of ['Heading1', 'Heading2', 'WideSpacer', 'PanelText', 'Signature', 'TableHeading']) {
      expect(styles, style).toMatch(new RegExp(`w:styleId="${style}"(?:(?!</w:style>).)*<w:keepNext/>`));
    }
  });

  test('repeats client and document on every page but the cover', async () => {
    const heads = await Promise.all(['word/header1.xml', 'word/header2.xml'].map((part) => wordPart(part, source)));
    const texts = heads.map((head) => head.replace(/<[^>]+>/g, '').trim());
    expect(texts.toSorted()).toEqual(['', 'Текстиль «Веретено»Передача дел']);
    expect(await wordPart('word/document.xml', source)).toContain('<w:titlePg/>');
  });

  test('has boxes that can be ticked', async () => {
    const body = await wordPart('word/document.xml', source);
    const boxes = [...body.matchAll(/<w14:checked w14:val="(\d)"\/>/g)].map(([, value]) => value);
    expect(boxes).toEqual(['1', '0']);
    expect(body.match(/<w:alias w:val="сделано"\/>/g)).toHaveLength(2);
  });

  test('looks as its named styles say, and says nothing of looks anywhere else', async () => {
    const laidOut = ['word/document.xml', 'word/header1.xml', 'word/footer1.xml'];
    const parts = await Promise.all(laidOut.map((part) => wordPart(part, sourceOf('agency', { items: 9, assets: 3 }))));
    const properties = parts.flatMap((part) =>
      [...part.matchAll(/<w:([prt]Pr|tblPr|tcPr)>(.*?)<\/w:\1>/gs)].flatMap(([, , inside = '']) =>
        [...inside.matchAll(/<w:(\w+)/g)].map(([, name = '']) => name),
      ),
    );
    const structure = ['pStyle', 'rStyle', 'tblStyle', 'keepNext', 'pageBreakBefore', 'tblW', 'tblLayout', 'tblLook'];
    // The first of the facts stands at the edge; no table style can tell one column from the others everywhere.
    const cells = ['tcW', 'gridSpan', 'tcMar', 'left', 'cantSplit', 'tblHeader'];
    expect([...new Set(properties)].filter((name) => ![...structure, ...cells].includes(name))).toEqual([]);
    const styles = await wordPart('word/styles.xml', source);
    for (const type of ['paragraph', 'character', 'table']) {
      expect(styles.split(`<w:style w:type="${type}"`).length, type).toBeGreaterThan(4);
    }
  });

  test('tells Word which words run from right to left', async () => {
    const named = (name: string) => wordPart('word/document.xml', { ...source, client: { ...source.client, name } });
    expect(await named('שלום עולם')).toMatch(
      /<w:pStyle w:val="Subtitle"\/><w:bidi\/><\/w:pPr><w:r><w:rPr><w:rtl\/><\/w:rPr><w:t[^>]*>שלום עולם</,
    );
    const mixed = await named('Client מסמך 12');
    expect(mixed).toContain('>Client </w:t></w:r><w:r><w:rPr><w:rtl/></w:rPr>');
    expect(mixed).not.toContain('<w:bidi/>');
    expect(await wordPart('word/document.xml', source)).not.toContain('<w:rtl/>');
  });

  test('leaves out the signs that no XML may hold', async () => {
    const name = 'a\ufffeb\uffffc\u0001d';
    const given = { ...source, agency: { ...source.agency, name } };
    expect(await wordPart('docProps/core.xml', given)).toContain('<dc:creator>abcd</dc:creator>');
    expect(await wordPart('word/document.xml', given)).toContain('>abcd<');
    expect(await wordPart('word/footer1.xml', given)).toContain('>abcd<');
    const half = { ...source, agency: { ...source.agency, name: 'a\ud800b' } };
    expect(await wordPart('word/document.xml', half)).toContain('>a\ufffdb<');
  });
});

describe('a printed file', () => {
  const printed = (second: string, node: string) =>
    Buffer.from(
      `%PDF /Creator (Mozilla \\(X11\\) of user)\n/CreationDate (D:202611231441${second}+00'00')\n/ModDate (D:202611231441${second}+00'00')>> /ID (node${node}) /Headers [(node${node})] /Type /Pages /Type /Page /Type /Page\n/ID [<ABCDEF0${second.charAt(1)}> <ABCDEF01>]`,
      'latin1',
    );

  test('loses the moment, the browser and the numbers of its making', () => {
    const one = settledPdf(printed('01', '00000054'), '2026-11-23');
    const other = settledPdf(printed('59', '00000999'), '2026-11-23');
    expect(Buffer.compare(one, other)).toBe(0);
    expect(one.length).toBe(printed('01', '00000054').length);
    expect(Buffer.from(one).toString('latin1')).not.toMatch(/Mozilla|user|144101/);
    expect(pageCount(one)).toBe(2);
  });

  test('control: unsettled the two differ', () => {
    expect(Buffer.compare(printed('01', '00000054'), printed('59', '00000999'))).not.toBe(0);
  });
});

describe('the name of a file', () => {
  test.each([
    ['Текстиль «Веретено»', 'ru', 'Передача Веретено 2026-11-23'],
    ['Kitewell Toys', 'en', 'Handoff Kitewell Toys 2026-11-23'],
    ['../..\\evil: <a>|?*\u0007', 'en', 'Handoff evil a 2026-11-23'],
    ['...', 'ru', 'Передача 2026-11-23'],
  ] as const)('of %s in %s', (name, language, expected) => {
    expect(documentFileName({ madeOn: '2026-11-23', client: { name, sinceOn: '2020-01-01' } }, language)).toBe(
      expected,
    );
  });
});

test('the longest name of a client leaves room for what is written beside the file', () => {
  const client = { name: '🚀'.repeat(300), sinceOn: '2020-01-01' };
  const name = documentFileName({ madeOn: '2026-11-23', client }, 'ru');
  expect(Buffer.byteLength(`${name}.docx.12345678`)).toBeLessThanOrEqual(255);
  expect(name).toMatch(/^Передача 🚀+ 2026-11-23$/u);
});

test('whom to call are those who are still there when the month is over', () => {
  const contact = { role: 'it', roleNote: '', email: '', phone: '', isTechnical: false };
  const duties = { decides: true, setsTasks: false, acceptsResults: false, pays: false };
  const document = makeDocument(
    {
      ...source,
      contacts: [
        { ...contact, ...duties, name: 'Марина', leftOn: null },
        { ...contact, ...duties, name: 'Павел', leftOn: '2027-02-01' },
        { ...contact, ...duties, name: 'Игорь', leftOn: '2026-12-05' },
      ],
    },
    { language: 'ru', audience: 'client', includeAssets: true, includeDone: true, includeReasons: false },
  );
  const words = JSON.stringify(document);
  expect(words).toContain('Марина');
  expect(words).toContain('Павел');
  expect(words).not.toContain('Игорь');
});

test('a candidate is named only where a contractor takes over', () => {
  const named = (successor: DocumentSource['successor']) =>
    JSON.stringify(makeDocument({ ...source, successor }, options)).includes('Депо Кода');
  expect([named('contractor'), named('in_house'), named('freeze')]).toEqual([true, false, false]);
});
