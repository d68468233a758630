import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import { useNavigation } from '../../ui/navigation.ts';
import { cardWith, clientPageWith } from '../../ui/test-data.ts';
import { answerBy, show } from '../../ui/testing.tsx';
import { clearToasts, useToasts } from '../../ui/toast.ts';
import { Toaster } from '../../ui/toaster.tsx';
import { ReadinessGauge } from '../dossier/readiness-gauge.tsx';
import { FireDrillDialog } from './fire-drill-dialog.tsx';

let leave = () => {};
afterEach(() => {
  leave();
  clearToasts();
});

type Drill = CallOutput<'handoff.fireDrill'>;
type Step = Drill['steps'][number];

const clientId = cardWith({}).id;
const step = (code: string, more: Partial<Step> = {}): Step => ({
  code,
  title: { en: `Step ${code}`, ru: `Шаг ${code}` },
  side: 'agency',
  dueOn: '2026-11-24',
  week: 1,
  lacks: [],
  ...more,
});
const kept = { check: 'kept', accounts: ['Hosting'] } as const;
const noMap = { check: 'how_it_works', accounts: [] } as const;
const drill: Drill = {
  clientName: 'Furniture “Alder”',
  startOn: '2026-11-23',
  endOn: '2026-12-23',
  ready: 2,
  steps: [
    step('A1'),
    step('C2', { lacks: [{ ...noMap, accounts: [] }] }),
    step('G1', { week: 2, dueOn: '2026-12-04', lacks: [{ ...noMap, accounts: [] }] }),
    step('D8', { week: 3, dueOn: '2026-12-09', side: 'successor' }),
    step('hosting', { week: 2, dueOn: '2026-12-02', lacks: [{ ...kept, accounts: ['Hosting'] }] }),
  ],
};

let sent: { readonly name: string; readonly input: unknown }[] = [];

function open(language: 'en' | 'ru' = 'en', answer: Drill = drill): void {
  sent = [];
  answerBy((name, input) => {
    sent.push({ name, input });
    if (name === 'handoff.templates') return { ok: true, value: { templates: [] } };
    if (name === 'handoff.exportDrill')
      return { ok: true, value: { saved: { fileName: 'Drill.pdf', folder: '/documents' } } };
    return { ok: true, value: answer };
  });
  useNavigation.setState({ route: { name: 'client', clientId }, overlay: { name: 'fire-drill', clientId } });
  leave = show(
    <>
      <FireDrillDialog clientId={clientId} />
      <Toaster />
    </>,
    language,
  );
}

const dialog = () => page.getByRole('dialog');
const button = (words: string) => page.getByRole('button', { name: words, exact: true });

test('shows the month by weeks, how many steps lack nothing, and what holds up most first', async () => {
  open();
  await expect.element(page.getByRole('heading', { name: 'Fire drill: Alder' })).toBeVisible();
  await expect.element(dialog().getByText('2 of 5\u00a0steps')).toBeVisible();
  await expect.element(dialog().getByText('with nothing missing')).toBeVisible();
  const missing = page.getByRole('region', { name: 'What is missing' });
  await expect
    .poll(() =>
      missing
        .getByRole('listitem')
        .elements()
        .map((line) => line.textContent),
    )
    .toEqual(['No map of the projectholds up 2\u00a0steps', 'Not said where it is kept: Hostingholds up 1\u00a0step']);
  const describe = page.getByRole('region', { name: 'Describe' });
  await expect.element(describe.getByText('Step hosting')).toBeVisible();
  await expect.element(describe.getByRole('button', { name: 'Not said where it is kept: Hosting' })).toBeVisible();
  await expect.element(page.getByText('Successor, when the new contractor is chosen')).toBeVisible();
});

test('what is missing leads to the field where it is filled in', async () => {
  open();
  await userEvent.click(page.getByRole('region', { name: 'What is missing' }).getByRole('button').first());
  expect(useNavigation.getState()).toMatchObject({
    overlay: null,
    route: { name: 'client', clientId, tab: 'dossier', part: 'how_it_works' },
  });
});

test('only what lacks something is left when that is asked for', async () => {
  open();
  await page.getByRole('checkbox', { name: 'Only steps that lack something' }).click({ force: true });
  await expect.element(page.getByText('Step A1')).not.toBeInTheDocument();
  await expect.element(page.getByText('Step G1')).toBeVisible();
  await expect.element(dialog().getByText('2 of 5\u00a0steps')).toBeVisible();
});

test('who takes over is asked anew, and the plan has a language of its own', async () => {
  open();
  await userEvent.click(page.getByRole('radio', { name: 'The client’s own team' }));
  await expect
    .poll(() => sent.findLast(({ name }) => name === 'handoff.fireDrill')?.input)
    .toEqual({ clientId, successor: 'in_house' });
  await userEvent.click(page.getByRole('radio', { name: 'Русский' }));
  await expect.element(page.getByRole('region', { name: 'Описать' }).getByText('Шаг G1')).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Нет карты проекта' }).first()).toBeVisible();
  await userEvent.click(button('To print, with boxes to tick'));
  await expect.element(page.getByText('Saved: Drill.pdf')).toBeVisible();
  expect(sent.at(-1)).toMatchObject({ name: 'handoff.exportDrill', input: { language: 'ru', successor: 'in_house' } });
});

test.each([
  ['account', 'Mail', 'Open the accounts', { name: 'client', clientId, tab: 'dossier', part: 'accounts' }],
  ['template', 'Return the pass', 'Open the templates', { name: 'settings', section: 'handoff-templates' }],
  ['agency', '', 'Open the settings', { name: 'settings', section: 'agency' }],
  ['client', '', 'Open the client', { name: 'client', clientId }],
] as const)('a secret in the %s is named, and leads there', async (place, title, label, route) => {
  open();
  answerBy((name) => {
    if (name === 'handoff.exportDrill')
      return { ok: false, code: 'secret_found', message: '', fields: { [place]: title } };
    return name === 'handoff.templates' ? { ok: true, value: { templates: [] } } : { ok: true, value: drill };
  });
  await userEvent.click(button('To print, with boxes to tick'));
  await expect.element(button(label)).toBeVisible();
  expect(useToasts.getState().shown).toMatchObject({
    text: expect.stringContaining('what looks like a password or a key'),
    detail: title || undefined,
  });
  await expect.element(button('Choose another name')).not.toBeInTheDocument();
  await userEvent.click(button(label));
  expect(useNavigation.getState()).toMatchObject({ overlay: null, route });
});

test('of whom nothing is missing nothing is listed, in Russian', async () => {
  open('ru', { ...drill, ready: 1, steps: [step('A1')] });
  await expect.element(page.getByText('1 из 1\u00a0шага')).toBeVisible();
  await expect.element(page.getByText('всё нужное записано')).toBeVisible();
  await expect.element(page.getByRole('checkbox')).not.toBeInTheDocument();
});

test('where it cannot be read the dialog gives way to the reason', async () => {
  answerBy(() => ({ ok: false, code: 'handoff_running', message: '' }));
  useNavigation.setState({ overlay: { name: 'fire-drill', clientId } });
  leave = show(
    <>
      <FireDrillDialog clientId={clientId} />
      <Toaster />
    </>,
  );
  await expect.poll(() => useNavigation.getState().overlay).toBeNull();
});

test('one comes to it from the gauge, as long as no month runs', async () => {
  answerBy(() => ({ ok: true, value: { revision: 1, assets: [] } }));
  useNavigation.setState({ overlay: null });
  leave = show(<ReadinessGauge page={clientPageWith()} />);
  await userEvent.click(button('Fire drill…'));
  expect(useNavigation.getState().overlay).toEqual({ name: 'fire-drill', clientId });
  leave();
  leave = show(<ReadinessGauge page={clientPageWith({ runningHandoffId: clientId })} />);
  await expect.element(page.getByText('Could we hand over in a month?')).toBeVisible();
  await expect.element(button('Fire drill…')).not.toBeInTheDocument();
});
