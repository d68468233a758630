import { afterEach, expect, test } from 'vitest';
import { page as browser, userEvent } from 'vitest/browser';
import type { HandoffPage } from '../../shared/contract/handoff.ts';
import { answerBy, show } from '../ui/testing.tsx';
import { clearToasts, useToasts } from '../ui/toast.ts';
import { useHandoff } from './handoff-store.ts';
import { IssuedDocuments } from './issued-documents.tsx';
import { handoff, id } from './testing.ts';

let hide: () => void = () => {};
afterEach(() => {
  hide();
  clearToasts();
});

const issue = (last: number, change: Partial<HandoffPage['issued'][number]>): HandoffPage['issued'][number] => ({
  id: id(last),
  audience: 'client',
  language: 'ru',
  format: 'pdf',
  version: 1,
  fileName: `${last}.pdf`,
  sha256: 'ab12',
  issuedAt: '2020-11-23T08:00:00.000Z',
  ...change,
});

const issued = [
  issue(9, { version: 4, fileName: 'newest.pdf' }),
  issue(8, { format: 'docx', version: 3 }),
  issue(7, { audience: 'agency', language: 'en' }),
  issue(6, { version: 2, fileName: 'replaced.pdf' }),
  issue(5, { audience: 'successor', format: 'html' }),
];

const rows = () => browser.getByRole('list', { name: 'Saved documents' }).getByRole('listitem');
const said = () =>
  rows()
    .elements()
    .map((row) =>
      [...(row.firstElementChild?.children ?? [])]
        .map(({ textContent }) => textContent.replaceAll('\u00a0', ' '))
        .join('|'),
    );

test('every kind of document says when it went out and what a new one would say otherwise', async () => {
  const asked: string[] = [];
  let changed: string[] = ['cover', 'plan'];
  answerBy((name) => {
    asked.push(name);
    const changes = [
      { issueId: id(9), changed },
      { issueId: id(8), changed: [] },
      { issueId: id(7), changed: null },
    ];
    return { ok: true, value: { changes } };
  });
  const page = { ...handoff, issued };
  useHandoff.setState({ status: 'ready', problem: null, revision: 1, page });
  hide = show(<IssuedDocuments page={page} />);
  await expect
    .poll(said)
    .toEqual([
      'newest.pdf|For the client, PDF, in Russian, version 4|Issued on November 23, 2020, changed since: cover and letter, plan',
      '8.pdf|For the client, DOCX, in Russian, version 3|Issued on November 23, 2020, nothing changed since',
      '7.pdf|For us, PDF, in English, version 1|Issued on November 23, 2020',
    ]);
  await userEvent.click(browser.getByRole('button', { name: /^1.more$/ }));
  expect(rows().elements()).toHaveLength(4);
  await expect.element(browser.getByText('replaced.pdf')).not.toBeVisible();

  changed = [];
  useHandoff.setState({ revision: 2 });
  await expect.poll(() => said()[0]).toContain('nothing changed since');
  expect(asked).toEqual(['handoff.issueChanges', 'handoff.issueChanges']);
});

test('what changed is not folded away', async () => {
  const page = { ...handoff, issued: [...issued, issue(4, { audience: 'agency', format: 'html' })] };
  answerBy(() => ({ ok: true, value: { changes: [{ issueId: id(4), changed: ['reasons'] }] } }));
  useHandoff.setState({ status: 'ready', problem: null, revision: 1, page });
  hide = show(<IssuedDocuments page={page} />);
  await expect.poll(() => said().at(-1)).toMatch(/^4\.pdf.*changed since: reasons for parting$/);
  expect(said()).toHaveLength(4);
  await expect.element(browser.getByRole('button', { name: /^1.more$/ })).toBeVisible();
});

test('where nothing went out nobody is asked', () => {
  answerBy((name) => expect.fail(name));
  useHandoff.setState({ status: 'ready', problem: null, revision: 1, page: handoff });
  hide = show(<IssuedDocuments page={handoff} />);
  expect(rows().elements()).toEqual([]);
});

test('a document shows its file and gives its checksum by keyboard, an earlier version as well', async () => {
  const revealed: unknown[] = [];
  const copied: (string | undefined)[] = [];
  const onCopy = ({ clipboardData }: ClipboardEvent) => copied.push(clipboardData?.getData('text/plain'));
  window.addEventListener('copy', onCopy);
  answerBy((name, input) => {
    if (name !== 'handoff.revealFile') return { ok: true, value: { changes: [] } };
    revealed.push(input);
    return { ok: true, value: { shown: revealed.length === 1 } };
  });
  const page = { ...handoff, issued };
  useHandoff.setState({ status: 'ready', problem: null, revision: 1, page });
  hide = show(<IssuedDocuments page={page} />);
  const openMenu = async (name: string) => {
    await expect.element(browser.getByRole('button', { name })).toBeVisible();
    const button = browser.getByRole('button', { name }).element();
    if (button instanceof HTMLElement) button.focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(browser.getByRole('menuitem', { name: 'Show in folder' })).toHaveFocus();
  };
  // A menu gives the focus back after it has gone: what is opened before that would lose it.
  const choose = async (name: string, keys: string) => {
    await openMenu(name);
    await userEvent.keyboard(keys);
    await expect.element(browser.getByRole('button', { name })).toHaveFocus();
  };
  await choose('Menu: newest.pdf, version 4', '{Enter}');
  await expect.poll(() => revealed).toEqual([{ issueId: id(9) }]);
  await userEvent.click(browser.getByRole('button', { name: /^Earlier versions/ }));
  await choose('Menu: replaced.pdf, version 2', '{ArrowDown}{Enter}');
  await expect.poll(() => useToasts.getState().shown?.text).toBe('The checksum is in the clipboard');
  expect(copied).toEqual(['ab12']);
  window.removeEventListener('copy', onCopy);
  await choose('Menu: replaced.pdf, version 2', '{Enter}');
  await expect.poll(() => useToasts.getState().shown?.text).toBe('It is not known where this document lies');
});
