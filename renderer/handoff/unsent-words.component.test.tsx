import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Locator, page as browser, userEvent } from 'vitest/browser';
import { ClosingQuestion } from '../ui/closing-question.tsx';
import { stay } from '../ui/closing.ts';
import { answerBy, show } from '../ui/testing.tsx';
import { HandoffPage } from './handoff-page.tsx';
import { useHandoff } from './handoff-store.ts';
import { handoff, id, item } from './testing.ts';

const steps = [
  item,
  ...Array.from({ length: 7 }, (_, index) => ({ ...item, id: id(20 + index), title: `Step ${index}` })),
];
const page = { ...handoff, items: steps.map((each) => ({ ...each, dueOn: '2026-11-11', after: [] })) };

let hide = () => {};

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-10T09:00:00') });
  await browser.viewport(1440, 900);
  answerBy((name) => ({ ok: true, value: name === 'handoff.issueChanges' ? { changes: [] } : { revision: 1, page } }));
  useHandoff.setState({ status: 'ready', problem: null, revision: 1, page });
  hide = show(
    <>
      <HandoffPage handoffId={page.id} />
      <ClosingQuestion />
    </>,
  );
});
afterEach(() => {
  hide();
  stay();
  vi.useRealTimers();
});

const evidence = browser.getByRole('textbox', { name: 'What shows that it is done' });
const question = browser.getByRole('alertdialog', { name: 'Leave without saving?' });
const stayHere = () => question.getByRole('button', { name: 'Stay here' }).click();

async function focusOn(field: Locator): Promise<void> {
  await expect.element(field).toBeInTheDocument();
  const element = field.element();
  if (element instanceof HTMLElement) element.focus();
}

async function toWaits(): Promise<void> {
  await focusOn(browser.getByRole('radio', { name: /^What waits for whom/ }));
  await userEvent.keyboard(' ');
}

test('neither another view of the plan nor the editor of the step takes evidence away that was not sent', async () => {
  await focusOn(browser.getByRole('checkbox', { name: 'Step 0' }));
  await userEvent.keyboard(' ');
  await evidence.fill('letter of 9 November');
  await toWaits();
  await stayHere();
  await expect.element(evidence).toHaveValue('letter of 9 November');
  await browser.getByRole('button', { name: 'Edit: Step 0' }).click();
  await stayHere();
  await expect.element(evidence).toHaveValue('letter of 9 November');
  await evidence.fill('');
  await toWaits();
  await expect.element(browser.getByRole('region', { name: 'Nika, Us' })).toBeVisible();
});

test('a step that is being edited is not folded away', async () => {
  await browser.getByRole('button', { name: /^\d.more$/ }).click();
  await browser.getByRole('button', { name: 'Edit: Step 6' }).click();
  const title = browser.getByRole('textbox', { name: 'Item', exact: true });
  await title.fill('Return the keys');
  await browser.getByRole('button', { name: 'show less' }).click();
  await expect.element(browser.getByRole('button', { name: 'Edit: Step 5' })).not.toBeInTheDocument();
  await expect.element(title).toHaveValue('Return the keys');
});
