import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { HandoffTemplateView } from '../../../shared/contract/handoff-templates.ts';
import { shippedItems } from '../../../shared/handoff/template.ts';
import type { Language } from '../../../shared/language.ts';
import { bridgeTo, show } from '../../ui/testing.tsx';
import { clearToasts, useToasts } from '../../ui/toast.ts';
import { HandoffTemplatesSection } from './handoff-templates-section.tsx';
import { openTemplate } from './templates-store.ts';

const items = shippedItems
  .filter(({ code }) => ['A1', 'A2', 'A3', 'D2', 'D3', 'K1'].includes(code))
  .map((item) => ({ ...item, isOwn: false, isChanged: item.code === 'D3' }));
const [removed, ...kept] = items;
const month: HandoffTemplateView = {
  id: '00000000-0000-4000-8000-000000000001',
  name: { en: 'A month', ru: 'Месяц' },
  isOwn: false,
  isChanged: true,
  items: kept,
  removed: removed === undefined ? [] : [removed],
};
const own: HandoffTemplateView = {
  ...month,
  id: '00000000-0000-4000-8000-000000000002',
  name: { en: 'Short', ru: 'Short' },
  isOwn: true,
  isChanged: false,
  items: items.slice(0, 2),
  removed: [],
};

let sent: { readonly name: string; readonly input: unknown }[];
let isRefused = false;
let hide = () => {};

function open(templates: readonly HandoffTemplateView[], language: Language = 'en'): void {
  bridgeTo((name, input) => {
    if (name !== 'handoff.templates') sent.push({ name, input });
    const answer = { revision: 1, templates, templateId: own.id };
    const reply = isRefused ? { ok: false, code: 'bad_input', message: '' } : { ok: true, value: answer };
    return Promise.resolve(Reflect.apply(Object.assign, undefined, [{}, reply]));
  });
  hide = show(<HandoffTemplatesSection />, language);
}

beforeEach(() => {
  sent = [];
  isRefused = false;
});
afterEach(() => {
  hide();
  openTemplate(null);
  clearToasts();
});

const week = (name: string) => page.getByRole('region', { name });
const button = (name: string | RegExp) => page.getByRole('button', { name });
const tell = /^Edit: Tell the client in person/;

// First: what was read once stays in sight.
test('what cannot be read says so and can be tried again', async () => {
  isRefused = true;
  open([month]);
  await expect.element(page.getByRole('heading', { name: 'The templates could not be read' })).toBeVisible();
  isRefused = false;
  await userEvent.click(button('Try again'));
  await expect.element(button(tell)).toBeVisible();
});

test('the items stand in four weeks with side, day and condition', async () => {
  open([month]);
  await expect.element(week('Collect').getByRole('button', { name: tell })).toBeVisible();
  await expect.element(week('Collect').getByText('Us, day 1')).toBeVisible();
  await expect.element(week('Describe').getByText('Us, day 9, if there is a domain')).toBeVisible();
  await expect.element(week('Describe').getByText('Client, day 10, changed')).toBeVisible();
  await expect.element(week('Let go').getByRole('button', { name: /^Edit: Revoke our accesses/ })).toBeVisible();
  await expect.element(page.getByRole('combobox', { name: 'Template' })).not.toBeInTheDocument();
});

test('an item is edited where it stands, each part by itself, and Escape closes it', async () => {
  open([month]);
  await userEvent.click(button(tell));
  const title = page.getByRole('textbox', { name: 'Item' });
  await expect.element(title).toHaveFocus();
  await title.fill('Tell them');
  await userEvent.keyboard('{Enter}');
  const day = page.getByRole('textbox', { name: 'Day' });
  await day.fill('31');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('A number from 0 to 30')).toBeVisible();
  await day.fill('3');
  await userEvent.keyboard('{Enter}');
  await userEvent.click(page.getByText('Done only when something shows it'));
  await expect.poll(() => sent.length).toBe(3);
  expect(sent).toMatchObject([
    { name: 'handoff.editTemplateItem', input: { templateId: month.id, code: 'A2', title: { en: 'Tell them' } } },
    { name: 'handoff.editTemplateItem', input: { code: 'A2', day: 3 } },
    { name: 'handoff.editTemplateItem', input: { code: 'A2', isMandatory: false } },
  ]);
  await day.click();
  await userEvent.keyboard('{Escape}{Escape}');
  await expect.element(button(tell)).toHaveFocus();
});

test('the words of the other language are other fields', async () => {
  open([month]);
  await userEvent.click(page.getByRole('radio', { name: 'Русский' }));
  await userEvent.click(button(/^Edit: Сообщить клиенту лично/));
  await page.getByRole('textbox', { name: 'Item' }).fill('Сказать');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => sent).toMatchObject([{ input: { title: { ru: 'Сказать' } } }]);
});

test('what comes first is chosen among items that do not wait for it', async () => {
  open([month]);
  await userEvent.click(button(tell));
  await userEvent.click(button(/Comes after/));
  await expect.element(page.getByRole('option', { name: /^DNS|^Export the DNS zone/ })).toBeVisible();
  await expect.element(page.getByRole('option', { name: /^Client names one person/ })).not.toBeInTheDocument();
  await userEvent.click(page.getByRole('option', { name: /^Export the DNS zone/ }));
  await expect.poll(() => sent).toMatchObject([{ input: { code: 'A2', after: ['A1', 'D2'] } }]);
});

test('items are added, removed with a way back, and brought back', async () => {
  open([month]);
  await userEvent.click(button('Add an item to “Describe”'));
  await userEvent.fill(page.getByRole('textbox', { name: 'Item' }), 'Return the badge');
  await userEvent.keyboard('{Enter}');
  await expect
    .poll(() => sent.at(-1))
    .toMatchObject({
      name: 'handoff.addTemplateItem',
      input: { title: 'Return the badge', day: 13, side: 'agency', language: 'en' },
    });
  await userEvent.click(button(tell));
  await userEvent.click(button('Remove'));
  await expect.poll(() => sent.at(-1)).toMatchObject({ name: 'handoff.removeTemplateItem', input: { code: 'A2' } });
  expect(useToasts.getState().shown?.actions?.map(({ label }) => label)).toEqual(['Undo']);
  await userEvent.click(button(/^Bring back the item: Write down why/));
  await expect.poll(() => sent.at(-1)).toMatchObject({ name: 'handoff.returnTemplateItem', input: { code: 'A1' } });
});

test('a template is copied, named, and brought back to the original', async () => {
  open([month, own]);
  await userEvent.click(button('More about the template'));
  await expect.element(page.getByRole('menuitem', { name: 'Remove the template' })).not.toBeInTheDocument();
  await userEvent.click(page.getByRole('menuitem', { name: 'Bring back the original' }));
  await expect.poll(() => sent.at(-1)).toMatchObject({ name: 'handoff.resetTemplate' });
  await userEvent.click(button('More about the template'));
  await userEvent.click(page.getByRole('menuitem', { name: 'Make a copy' }));
  await expect
    .poll(() => sent.at(-1))
    .toMatchObject({
      name: 'handoff.copyTemplate',
      input: { templateId: month.id, name: 'A month, copy' },
    });
  const name = page.getByRole('textbox', { name: 'Name' });
  await expect.element(name).toHaveValue('Short');
  await name.fill('For shops');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => sent.at(-1)).toMatchObject({ input: { templateId: own.id, name: 'For shops' } });
  await userEvent.click(button('More about the template'));
  await userEvent.click(page.getByRole('menuitem', { name: 'Remove the template' }));
  await expect.poll(() => sent.at(-1)).toMatchObject({ name: 'handoff.removeTemplate', input: { templateId: own.id } });
});
