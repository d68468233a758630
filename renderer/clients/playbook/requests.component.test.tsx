import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { clearToasts } from '../../ui/toast.ts';
import { request, sent, showPlaybook, someDay } from './testing.tsx';

let leave = () => {};
afterEach(() => {
  leave();
  clearToasts();
});

const stable = { stage: 'stable' } as const;
const option = { id: '00000000-0000-4000-8000-0000000000b2', title: 'A page for the phone', isChosen: false };

test.each([
  ['en', 'No', 'Before a “no”, write down at least one option you looked at.'],
  ['ru', 'Нет', 'Прежде чем сказать «нет», запишите хотя бы один вариант, который рассмотрели.'],
] as const)('“no” without an option is not said, in %s', async (language, no, sentence) => {
  leave = showPlaybook({ requests: [request] }, { ...stable, language });
  await page.getByRole('radio', { name: no, exact: true }).click();
  await expect.element(page.getByRole('alert')).toHaveTextContent(sentence);
  expect(sent).not.toHaveBeenCalled();
});

test('“no” after an option is said', async () => {
  leave = showPlaybook({ requests: [{ ...request, options: [option] }] }, stable);
  await page.getByRole('radio', { name: 'No', exact: true }).click();
  await expect.poll(() => sent.mock.calls).toMatchObject([['clients.editRequest', { result: 'no' }]]);
});

test('an option is added, chosen and deleted', async () => {
  leave = showPlaybook({ requests: [{ ...request, options: [option] }] }, stable);
  await page.getByRole('button', { name: 'Add an option' }).click();
  await userEvent.keyboard('A letter{Enter}');
  await expect.poll(() => sent.mock.lastCall).toMatchObject(['clients.addRequestOption', { title: 'A letter' }]);
  await page.getByRole('button', { name: 'Choose: A page for the phone' }).click();
  await expect.poll(() => sent.mock.lastCall).toMatchObject(['clients.editRequestOption', { isChosen: true }]);
  await page.getByRole('button', { name: 'Delete the option: A page for the phone' }).click();
  await expect.poll(() => sent.mock.lastCall).toMatchObject(['clients.deleteRequestOption', { optionId: option.id }]);
});

test('with less effort is a success and looks like one', async () => {
  const answered = (result: string) => ({ ...request, result, resultOn: someDay, options: [option] });
  const colourOf = async (result: string, words: string) => {
    leave = showPlaybook({ requests: [answered(result)] }, stable);
    const head = page.getByRole('button', { name: `A mobile app ${words}` });
    await expect.element(head).toBeVisible();
    const chip = head.getByText(words).element();
    const colour = getComputedStyle(chip).backgroundColor;
    leave();
    return colour;
  };
  const met = await colourOf('met', 'Met');
  expect(await colourOf('partly', 'Partly, with less effort')).toBe(met);
  expect(await colourOf('no', 'No')).not.toBe(met);
});

test('a request without a wish is not sent', async () => {
  leave = showPlaybook({}, stable);
  await page.getByRole('button', { name: 'Add a request' }).click();
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect.element(page.getByText('Write what they ask for.')).toBeVisible();
  expect(sent).not.toHaveBeenCalled();
  await page.getByRole('textbox', { name: 'Wish' }).fill('A mobile app');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect.poll(() => sent.mock.calls).toMatchObject([['clients.addRequest', { wish: 'A mobile app' }]]);
});
