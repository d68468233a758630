import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { answerBy, show } from '../ui/testing.tsx';
import { MarkdownView } from './markdown-view.tsx';

let leave = () => {};
afterEach(() => leave());

function open(text: string) {
  leave = show(
    <section aria-label="Note">
      <MarkdownView text={text} />
    </section>,
  );
}

const note = () => page.getByRole('region', { name: 'Note' });

/** What a reader sees, line by line. */
async function linesOf(text: string): Promise<readonly string[]> {
  open(text);
  await expect.element(note()).not.toBeEmptyDOMElement();
  const shown = note().element();
  return shown instanceof HTMLElement ? shown.innerText.split(/\n+/) : [];
}

test('lines stay lines, also within marks', async () => {
  expect(await linesOf('first line\nsecond **bold\nand on**\n- item\n  of two lines')).toEqual([
    'first line',
    'second bold',
    'and on',
    'item',
    'of two lines',
  ]);
});

test('a task that is done and one that is not are told apart by words', async () => {
  open('[x] Prototype\n[ ] Export');
  await expect.element(note().getByRole('img', { name: 'Done', exact: true })).toBeVisible();
  await expect.element(note().getByRole('img', { name: 'Not done' })).toBeVisible();
});

test('what is a task has a box, what is none has not', async () => {
  open('1. [ ] Numbered\n\n> [х] Готово\n\n- [] Dashed\n\nNext -\n[ ] Plain\n\n```\n[ ] code\n```');
  await expect.element(note().getByRole('listitem').filter({ hasText: 'Numbered' })).toBeVisible();
  expect(note().getByRole('img', { name: 'Not done' }).elements()).toHaveLength(3);
  await expect.element(note().getByRole('blockquote').getByRole('img', { name: 'Done', exact: true })).toBeVisible();
  await expect.element(note().getByRole('code')).toHaveTextContent('[ ] code');
});

test('a task is ticked where it is read, by the line it stands in', async () => {
  const sent: unknown[] = [];
  answerBy((name, input) => {
    sent.push([name, input]);
    return { ok: true, value: { revision: 2 } };
  });
  const noteId = '00000000-0000-4000-8000-000000000002';
  leave = show(
    <section aria-label="Note">
      <MarkdownView
        noteId={noteId}
        text={'- [ ] Call\n\n    [ ] code\n\n1. [ ] Letter @Vera\n\n> - [ ] Call\n\n[x] Done'}
      />
    </section>,
  );
  await note().getByRole('checkbox', { name: 'Done: Letter' }).click();
  await expect
    .poll(() => sent)
    .toMatchObject([['notes.tickLine', { noteId, line: '1. [ ] Letter @Vera', nth: 0, done: true }]]);
  await note().getByRole('checkbox', { name: 'Done: Done' }).click();
  await expect.poll(() => sent.at(-1)).toMatchObject(['notes.tickLine', { line: '[x] Done', done: false }]);
});

test('a line below a task is none of its words, and the tasks below it are ticked by their own lines', async () => {
  const sent: unknown[] = [];
  answerBy((name, input) => {
    sent.push([name, input]);
    return { ok: true, value: { revision: 2 } };
  });
  const noteId = '00000000-0000-4000-8000-000000000002';
  const text = '[ ] Price a trial\nThey like it\n[ ] Letter\n[ ] Call\n  after lunch\nAnd that is all';
  leave = show(
    <section aria-label="Note">
      <MarkdownView noteId={noteId} text={text} />
    </section>,
  );
  const items = () => note().getByRole('listitem').elements();
  await expect
    .poll(() => items().map(({ textContent }) => textContent.trim().split(/\s+/).join(' ')))
    .toEqual(['Price a trial', 'Letter', 'Call after lunch And that is all']);
  await expect.element(note().getByText('They like it')).toBeVisible();
  await note().getByRole('checkbox', { name: 'Done: Letter' }).click();
  await expect.poll(() => sent.at(-1)).toMatchObject(['notes.tickLine', { line: '[ ] Letter', nth: 0 }]);
});

const harmful = [
  '<script>alert("harm")</script>',
  '<img src=x onerror=alert("harm")>',
  '<svg onload=alert("harm")></svg>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<form action="https://harm.example"><input autofocus onfocus=alert(1)></form>',
  '<meta http-equiv="refresh" content="0;url=https://harm.example">',
  '<style>* { display: none }</style>',
  '![pixel](https://harm.example/pixel.gif)',
  '![pixel][remote]\n\n[remote]: https://harm.example/pixel.gif',
  '[press](javascript:alert(1))',
  '[press](JaVaScRiPt:alert(1))',
  '[press](java\tscript:alert(1))',
  '[press](&#106;avascript:alert(1))',
  '[press](javascript&colon;alert(1))',
  '[press](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)',
  '[press](vbscript:msgbox(1))',
  '[press](file:///etc/passwd)',
  '[press](http://harm.example)',
  '[press](//harm.example)',
  '[press][link]\n\n[link]: javascript:alert(1)',
  '<javascript:alert(1)>',
  '| a |\n| --- |\n| <img src=x onerror=alert(1)> |',
  '[^1]\n\n[^1]: <script>alert(1)</script>',
];

test('whatever a note says is text: no element of its own, no picture, no dangerous link', async () => {
  open(harmful.join('\n\n'));
  await expect.element(note()).not.toBeEmptyDOMElement();
  const shown = note().element();
  expect(shown.querySelectorAll('script, img, svg, iframe, form, input, meta, style, object, base')).toHaveLength(0);
  const attributes = [...shown.querySelectorAll('*')].flatMap((element) => [...element.attributes]);
  expect(attributes.filter(({ name }) => name.startsWith('on'))).toEqual([]);
  const addresses = attributes.filter(({ name }) => name === 'href').map(({ value }) => value);
  expect(addresses.filter((address) => !/^(?:https:|mailto:|#)/.test(address))).toEqual([]);
  for (const words of [
    '<script>alert("harm")</script>',
    '<img src=x onerror=alert("harm")>',
    '<style>* { display: none }</style>',
  ])
    expect(shown.textContent).toContain(words);
  // The same put in as markup does make elements: what is looked for here would be seen.
  const unsafe = document.createElement('template');
  unsafe.innerHTML = harmful.join('');
  expect(unsafe.content.querySelectorAll('script, img, svg, iframe, form, meta, style').length).toBeGreaterThan(5);
});
