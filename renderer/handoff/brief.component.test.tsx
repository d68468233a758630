import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { BriefFinding, BriefGap } from '../../shared/contract/handoff-brief.ts';
import { useNavigation } from '../ui/navigation.ts';
import { answerBy, show } from '../ui/testing.tsx';
import { clearToasts } from '../ui/toast.ts';
import { BriefDialog } from './brief-dialog.tsx';
import { CandidateList } from './candidate-list.tsx';
import { ExportButton } from './export-button.tsx';
import { useHandoff } from './handoff-store.ts';
import { handoff, id } from './testing.ts';

let leave = () => {};
beforeEach(() => {
  useHandoff.setState({ status: 'ready', problem: null, revision: 1, page: handoff });
  useNavigation.setState({ route: { name: 'handoff', handoffId: handoff.id }, overlay: null });
});
afterEach(() => {
  leave();
  clearToasts();
});

const money: BriefFinding = {
  place: 'dossier',
  recordId: id(7),
  recordTitle: 'Free delivery',
  kind: 'money',
  excerpt: 'Free delivery from $30',
  fingerprint: 'one',
  named: '',
};
const name: BriefFinding = {
  ...money,
  place: 'asset',
  recordId: id(8),
  recordTitle: 'Hosting',
  kind: 'other_client',
  excerpt: 'as at Alder',
  fingerprint: 'two',
  named: 'Alder Furniture',
};

let sent: { readonly name: string; readonly input: unknown }[] = [];

function open(
  found: readonly BriefFinding[],
  { gaps = [], language = 'en' }: { readonly gaps?: readonly BriefGap[]; readonly language?: 'en' | 'ru' } = {},
): void {
  sent = [];
  let findings = found;
  answerBy((called, input) => {
    sent.push({ name: called, input });
    if (called === 'handoff.clearSecret') {
      findings = findings.slice(1);
      return { ok: true, value: { revision: 2, findings: [] } };
    }
    if (called === 'handoff.exportBrief')
      return findings.length > 0
        ? { ok: false, code: 'brief_not_neutral', message: '' }
        : {
            ok: true,
            value: { revision: 3, saved: { issueId: id(9), fileName: 'Brief.pdf', folder: '/', pages: 2 } },
          };
    return { ok: true, value: { findings, gaps } };
  });
  leave = show(<BriefDialog handoffId={handoff.id} />, language);
}

const dialog = () => page.getByRole('dialog', { name: 'Brief for candidates' });
const button = (words: string) => page.getByRole('button', { name: words, exact: true });

test('what should not go out stands beside the paper, each with its field', async () => {
  open([money, name]);
  await expect.element(dialog().getByText('2\u00a0places to look at first')).toBeVisible();
  await expect.element(dialog().getByText('About money')).toBeVisible();
  await expect.element(dialog().getByText('Another client: Alder Furniture')).toBeVisible();
  await userEvent.click(button('Open the field: Access: Hosting'));
  expect(useNavigation.getState()).toMatchObject({
    overlay: null,
    route: { name: 'handoff', handoffId: handoff.id, spot: { record: 'record', id: name.recordId } },
  });
});

test('the export goes back to the first place; called harmless with a reason, it leaves', async () => {
  open([money]);
  await userEvent.click(button('Export to PDF'));
  await expect.element(button('Open the field: Knowledge: Free delivery')).toHaveFocus();
  await userEvent.click(button('Harmless…'));
  await expect.element(button('Harmless')).toBeDisabled();
  await userEvent.type(page.getByRole('textbox', { name: 'Why it is harmless' }), 'a price of the shop{Enter}');
  await expect.element(dialog().getByText('No amounts, no names of others, no secrets were found.')).toBeVisible();
  expect(sent).toContainEqual({
    name: 'handoff.clearSecret',
    input: expect.objectContaining({ fingerprint: 'one', reason: 'a price of the shop' }),
  });
  await userEvent.click(button('Export to PDF'));
  await expect
    .poll(() => sent.at(-1))
    .toMatchObject({ name: 'handoff.exportBrief', input: { format: 'pdf', options: { includeGoals: false } } });
});

test('language and the client’s goals are chosen for the paper and looked through with it', async () => {
  open([]);
  await page.getByRole('checkbox', { name: 'Goals and figures of the client' }).click({ force: true });
  await userEvent.click(page.getByRole('radio', { name: 'Русский' }));
  await expect.poll(() => sent.at(-1)?.input).toMatchObject({ options: { language: 'ru', includeGoals: true } });
  const paper = page.getByTitle('Brief for candidates').element();
  expect(paper.getAttribute('src')).toContain(`/document/${handoff.id}/brief?language=ru&goals=1`);
});

test('what candidates would miss leads to where it is written', async () => {
  open([], { gaps: ['map', 'contact'] });
  await userEvent.click(button('No map of the project'));
  expect(useNavigation.getState().route).toMatchObject({ name: 'client', tab: 'dossier', part: 'how_it_works' });
});

test('is said in Russian', async () => {
  open([{ ...name, named: 'Мебель «Ольха»' }], { language: 'ru' });
  await expect.element(page.getByText('Сначала посмотрите 1\u00a0место')).toBeVisible();
  await expect.element(page.getByText('Другой клиент: Мебель «Ольха»')).toBeVisible();
});

test('one comes to it from the candidates and from the menu of the export', async () => {
  open([]);
  leave();
  leave = show(
    <>
      <CandidateList page={handoff} />
      <ExportButton handoffId={handoff.id} />
    </>,
  );
  await userEvent.click(button('Brief…'));
  expect(useNavigation.getState().overlay).toEqual({ name: 'brief', handoffId: handoff.id });
  useNavigation.setState({ overlay: null });
  await userEvent.click(button('Other formats'));
  await userEvent.click(page.getByRole('menuitem', { name: 'Brief for candidates…' }));
  expect(useNavigation.getState().overlay).toEqual({ name: 'brief', handoffId: handoff.id });
});

test('where nobody is sought there is none', async () => {
  useHandoff.setState({ page: { ...handoff, successor: 'in_house' } });
  leave = show(<ExportButton handoffId={handoff.id} />);
  await userEvent.click(button('Other formats'));
  await expect.element(page.getByRole('menuitem', { name: /HTML/ })).toBeVisible();
  await expect.element(page.getByRole('menuitem', { name: 'Brief for candidates…' })).not.toBeInTheDocument();
});
