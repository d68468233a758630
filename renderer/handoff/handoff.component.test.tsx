import { afterEach, beforeEach, expect, test } from 'vitest';
import { page as browser, userEvent } from 'vitest/browser';
import type { Language } from '../../shared/language.ts';
import { ApiError } from '../api.ts';
import { today } from '../ui/clock.ts';
import { saveAll } from '../ui/closing.ts';
import { useNavigation } from '../ui/navigation.ts';
import { applySettings, useSession } from '../ui/session.ts';
import { ownStageWith, settingsWith } from '../ui/test-data.ts';
import { bridgeTo, show } from '../ui/testing.tsx';
import { clearToasts, useToasts } from '../ui/toast.ts';
import { AddItem } from './add-item.tsx';
import { CandidateList } from './candidate-list.tsx';
import { DocumentPanel } from './document-panel.tsx';
import { setOptions, useDocument } from './document-store.ts';
import { EndClientDialog } from './end-client-dialog.tsx';
import { EvidenceForm } from './evidence-form.tsx';
import { useHandoff } from './handoff-store.ts';
import { ItemEditor } from './item-editor.tsx';
import { shippedItems, type TemplateItem } from '../../shared/handoff/template.ts';
import { ItemRow } from './item-row.tsx';
import { candidate, card, handoff, id, isCall, item } from './testing.ts';

interface Sent {
  readonly name: string;
  readonly input: Readonly<Record<string, unknown>>;
}

let sent: Sent[];
let hide: () => void = () => {};

const itemOf = (item: TemplateItem) => ({ ...item, isOwn: false, isChanged: false });
const month = {
  id: id(90),
  name: { en: 'A month', ru: 'Месяц' },
  isOwn: false,
  isChanged: false,
  items: shippedItems.filter(({ day }) => day <= 30).map(itemOf),
  removed: [],
};
const templates = [
  month,
  { ...month, id: id(91), name: { en: 'Short', ru: 'Короткий' }, isOwn: true, items: month.items.slice(0, 3) },
];
const facts = { met: [{ condition: 'hosting', because: ['Old server'] }], accounts: [{ id: id(92), name: 'Domain' }] };

/** Answers every call that changes a handoff with the page as it is; `refuse` makes the next ones fail. */
function answerWith(refuse: ApiError | null = null, client = card): void {
  const answer = (name: string, input: Readonly<Record<string, unknown>>) => {
    sent.push({ name, input });
    if (refuse && !['clients.open', 'handoff.templates', 'handoff.startFacts'].includes(name))
      return { ok: false, code: refuse.code, message: '' };
    if (name === 'clients.open') return { ok: true, value: { revision: 1, page: { card: client } } };
    if (name === 'handoff.templates') return { ok: true, value: { templates } };
    if (name === 'handoff.startFacts') return { ok: true, value: facts };
    if (name === 'handoff.end') return { ok: true, value: { revision: 2, card, handoffId: id(2) } };
    return { ok: true, value: { revision: 2, page: handoff } };
  };
  const call: unknown = (name: string, input: Readonly<Record<string, unknown>>) =>
    Promise.resolve(answer(name, input));
  if (isCall(call)) bridgeTo(call);
}

function shown(element: React.ReactNode, language: Language = 'en'): void {
  hide = show(element, language);
}

beforeEach(() => {
  sent = [];
  answerWith();
  useHandoff.setState({ status: 'ready', problem: null, revision: 1, page: handoff });
  useNavigation.setState({ overlay: { name: 'end-client', clientId: card.id } });
});
afterEach(() => {
  hide();
  clearToasts();
  useSession.setState({ settings: null });
});

test('parting begins a month of handoff from today, with the reasons', async () => {
  shown(<EndClientDialog clientId={card.id} />);
  await expect.element(browser.getByRole('heading', { name: 'Parting with Kitewell Toys?' })).toBeVisible();
  await userEvent.click(browser.getByRole('button', { name: 'No growth plan' }));
  await userEvent.fill(browser.getByRole('textbox', { name: 'Reason in your own words' }), 'We talked');
  await userEvent.click(browser.getByRole('button', { name: 'Start handoff' }));
  await expect.poll(() => useNavigation.getState().overlay).toBeNull();
  expect(sent.at(-1)).toMatchObject({
    name: 'handoff.end',
    input: {
      choice: 'handoff',
      startOn: today(),
      successor: 'contractor',
      reasons: ['no_growth_plan'],
      reasonText: 'We talked',
    },
  });
  expect(useToasts.getState().shown?.actions?.map(({ label }) => label)).toEqual(['Open the handoff', 'Undo']);
});

test('items are ticked where something says that they apply, and a partner has the last word', async () => {
  shown(<EndClientDialog clientId={card.id} />);
  await userEvent.click(browser.getByRole('button', { name: /^Who takes over/ }));
  const cron = browser.getByRole('checkbox', { name: /^Cron jobs.*because the register holds: Old server/ });
  await expect.element(cron).toBeChecked();
  await expect.element(browser.getByText('In our name, so each gets an item of its own: Domain')).toBeVisible();
  const dns = browser.getByRole('checkbox', { name: /^Export the DNS zone/ });
  await expect.element(dns).not.toBeChecked();
  await userEvent.click(browser.getByRole('button', { name: 'Online shop' }));
  await expect.element(dns).toBeChecked();
  await expect.element(dns).toHaveAccessibleName(/usual for this kind of project: online shop/);
  await userEvent.click(dns, { force: true });
  await userEvent.click(browser.getByRole('button', { name: 'Start handoff' }));
  await expect
    .poll(() => sent.at(-1))
    .toMatchObject({
      name: 'handoff.end',
      input: { templateId: month.id, extended: ['D6', 'E5', 'F1', 'F2'] },
    });
});

test('a template of one’s own is chosen where there is one', async () => {
  shown(<EndClientDialog clientId={card.id} />);
  await userEvent.click(browser.getByRole('button', { name: /items in the plan: 42$/ }));
  await userEvent.click(browser.getByRole('button', { name: /Template of the plan/ }));
  await userEvent.click(browser.getByRole('option', { name: 'Short' }));
  await expect.element(browser.getByRole('button', { name: /items in the plan: 4$/ })).toBeVisible();
  await userEvent.click(browser.getByRole('button', { name: 'Start handoff' }));
  await expect.poll(() => sent.at(-1)).toMatchObject({ input: { templateId: id(91), extended: [] } });
});

test('ending without a handoff asks for a reason in place', async () => {
  answerWith(new ApiError('reason_missing', ''));
  shown(<EndClientDialog clientId={card.id} />);
  await userEvent.click(browser.getByText('End without a handoff'));
  await userEvent.click(browser.getByRole('button', { name: 'End', exact: true }));
  await expect.element(browser.getByText('Choose a reason or write it in a few words')).toBeVisible();
  expect(useNavigation.getState().overlay).not.toBeNull();
});

test('a stage in the partners’ own words stands at the head of the question', async () => {
  const label = { en: 'Favourites we stay with', ru: '' };
  applySettings(settingsWith({ stages: [ownStageWith({ stage: 'stagnation', label })] }));
  shown(<EndClientDialog clientId={card.id} />);
  await expect.element(browser.getByText('Favourites we stay with')).toBeVisible();
  await expect.element(browser.getByRole('button', { name: 'Keep as it is' })).toBeVisible();
});

test('Escape leaves the client where it was', async () => {
  shown(<EndClientDialog clientId={card.id} />);
  await expect.element(browser.getByRole('button', { name: 'Keep in Fading' })).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => useNavigation.getState().overlay).toBeNull();
  expect(sent.map(({ name }) => name)).not.toContain('handoff.end');
});

test('reasons that are being written are asked about before the window closes', async () => {
  shown(<EndClientDialog clientId={card.id} />);
  const reason = browser.getByRole('textbox', { name: 'Reason in your own words' });
  await expect.element(reason).toBeVisible();
  expect(await saveAll()).toBe(true);
  await userEvent.fill(reason, 'We talked');
  expect(await saveAll()).toBe(false);
});

test('a Russian name is not declined', async () => {
  answerWith(null, { ...card, name: 'Текстиль «Веретено»' });
  shown(<EndClientDialog clientId={card.id} />, 'ru');
  await expect.element(browser.getByRole('heading', { name: 'Расстаёмся с клиентом «Веретено»?' })).toBeVisible();
});

test('ticking a mandatory step asks for evidence and names what is open before it', async () => {
  shown(
    <ul>
      <ItemRow page={handoff} item={item} onTouched={() => {}} />
    </ul>,
  );
  await expect.element(browser.getByRole('checkbox', { name: 'Tell the client' })).not.toBeChecked();
  await userEvent.keyboard('{Tab} ');
  await expect.element(browser.getByText('Still open before it: Agree on the words')).toBeVisible();
  const field = browser.getByRole('textbox', { name: 'What shows that it is done' });
  await userEvent.fill(field, 'token ghp_0123456789abcdefghijABCDEFGHIJ012345');
  await expect.element(browser.getByText(/^This looks like a password or a key/)).toBeVisible();
  await userEvent.fill(field, 'letter of 9 November');
  await expect.element(browser.getByText(/^This looks like a password or a key/)).not.toBeInTheDocument();
  await userEvent.click(browser.getByRole('button', { name: 'Done', exact: true }));
  await expect
    .poll(() => sent.at(-1))
    .toMatchObject({
      name: 'handoff.editItem',
      input: { itemId: item.id, state: 'done', evidence: 'letter of 9 November' },
    });
});

test('a second Enter while the first is under way changes nothing twice', async () => {
  shown(
    <>
      <AddItem page={handoff} week={1} onEnd={() => {}} />
      <EvidenceForm page={handoff} item={item} onEnd={() => {}} />
      <ItemEditor page={handoff} item={{ ...item, isMandatory: false }} onEnd={() => {}} />
    </>,
  );
  await userEvent.fill(browser.getByRole('textbox', { name: 'Item', exact: true }).first(), 'Return the keys');
  await userEvent.fill(browser.getByRole('textbox', { name: 'What shows that it is done' }).first(), 'letter');
  for (const form of document.querySelectorAll('form')) {
    form.requestSubmit();
    form.requestSubmit();
  }
  await expect.poll(() => sent.length).toBe(3);
  await new Promise((done) => setTimeout(done, 50));
  expect(sent.map(({ name }) => name)).toEqual(['handoff.addItem', 'handoff.editItem', 'handoff.editItem']);
});

test('editing a step sends only what was changed', async () => {
  shown(
    <ul>
      <ItemRow page={handoff} item={item} onTouched={() => {}} />
    </ul>,
  );
  await userEvent.click(browser.getByRole('button', { name: 'Edit: Tell the client' }));
  await userEvent.fill(browser.getByRole('combobox', { name: 'Named person' }), 'Gleb');
  await userEvent.click(browser.getByRole('button', { name: 'Save' }));
  await expect.poll(() => sent.at(-1)?.input).toMatchObject({ itemId: item.id, person: 'Gleb' });
  expect(Object.keys(sent.at(-1)?.input ?? {}).toSorted()).toEqual(['commandId', 'itemId', 'person']);
});

test('a step that is being edited is asked about before the window closes, once it is changed', async () => {
  shown(<ItemEditor page={handoff} item={item} onEnd={() => {}} />);
  const person = browser.getByRole('combobox', { name: 'Named person' });
  await expect.element(person).toHaveValue('Nika');
  expect(await saveAll()).toBe(true);
  await userEvent.fill(person, 'Gleb');
  expect(await saveAll()).toBe(false);
});

test('the focus comes back to the words of a step when its form is closed', async () => {
  shown(
    <ul>
      <ItemRow page={handoff} item={item} onTouched={() => {}} />
    </ul>,
  );
  const title = browser.getByRole('button', { name: 'Edit: Tell the client' });
  await userEvent.click(title);
  await expect.element(browser.getByRole('textbox', { name: 'Item', exact: true })).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  await expect.element(title).toHaveFocus();
});

test('one Escape leaves words that were typed into the form of a step; the second one takes them away', async () => {
  shown(
    <ul>
      <ItemRow page={handoff} item={item} onTouched={() => {}} />
    </ul>,
  );
  const title = browser.getByRole('button', { name: 'Edit: Tell the client' });
  const field = browser.getByRole('textbox', { name: 'Item', exact: true });
  const warning = browser.getByText('Not sent yet. Escape closes this without it.');
  await userEvent.click(title);
  await expect.element(field).toHaveFocus();
  await userEvent.fill(field, 'Tell the client in person');
  await userEvent.keyboard('{Escape}');
  await expect.element(warning).toBeInViewport();
  await userEvent.keyboard('!');
  await expect.element(warning).not.toBeInTheDocument();
  await expect.element(field).toHaveValue('Tell the client in person!');
  await userEvent.keyboard('{Escape}{Escape}');
  await expect.element(title).toHaveFocus();
});

test('the document follows its options; nobody but us reads the reasons', async () => {
  shown(<DocumentPanel page={handoff} />);
  const address = () => document.querySelector('iframe')?.getAttribute('src') ?? '';
  await expect.poll(address).toContain(`/document/${handoff.id}?language=en&audience=client&assets=1&done=1&reasons=0`);
  await userEvent.click(browser.getByRole('radio', { name: 'Русский' }));
  await expect.poll(address).toContain('language=ru&audience=client&assets=1&done=1&reasons=0');
  const reasons = browser.getByRole('checkbox', { name: 'Reasons for parting' });
  expect(reasons.elements()).toEqual([]);
  setOptions({ audience: 'agency' });
  await userEvent.click(browser.getByText('Reasons for parting'));
  await expect.poll(address).toContain('audience=agency&assets=1&done=1&reasons=1');
  for (const audience of ['client', 'successor'] as const) {
    setOptions({ audience });
    await expect.poll(address).toContain(`audience=${audience}&assets=1&done=1&reasons=0`);
    expect(reasons.elements()).toEqual([]);
  }
});

test.each([
  ['contractor', ['For the client', 'For the successor', 'For us']],
  ['freeze', ['For the client', 'For us']],
] as const)('a document of a handoff to %s is offered to those who are there', async (successor, readers) => {
  setOptions({ audience: 'client' });
  shown(<DocumentPanel page={{ ...handoff, successor }} />);
  await userEvent.click(browser.getByRole('button', { name: /For whom/ }));
  const offered = () => browser.getByRole('option').elements();
  await expect.poll(() => offered().map((option) => option.textContent)).toEqual(readers);
});

test('another handoff begins with the usual options', () => {
  setOptions({ audience: 'agency', includeReasons: true, includeAssets: false });
  useDocument.setState({ language: 'ru' });
  useHandoff.setState({ page: { ...handoff, letter: 'changed' } });
  expect(useDocument.getState().options).toMatchObject({ audience: 'agency', includeReasons: true });
  useHandoff.setState({ page: { ...handoff, id: id(9) } });
  expect(useDocument.getState()).toMatchObject({
    language: null,
    options: { audience: 'client', includeReasons: false, includeAssets: true },
  });
});

test('a candidate’s answers are saved as they are left, and Escape closes the form', async () => {
  shown(<CandidateList page={{ ...handoff, candidates: [candidate] }} />);
  await userEvent.click(browser.getByRole('button', { name: 'Edit: Depot' }));
  await userEvent.fill(browser.getByRole('textbox', { name: /^Which reports do you send/ }), 'every month');
  await userEvent.keyboard('{Tab}');
  await expect
    .poll(() => sent.at(-1))
    .toMatchObject({
      name: 'handoff.answerQuestion',
      input: { candidateId: candidate.id, question: 'shows_reports', answer: 'every month' },
    });
  await userEvent.keyboard('{Shift>}{Tab}{/Shift}{Escape}');
  await expect.element(browser.getByRole('button', { name: 'Edit: Depot' })).toBeVisible();
});

test('a handoff that is over is only read', async () => {
  useHandoff.setState({ page: { ...handoff, state: 'closed' } });
  shown(
    <ul>
      <ItemRow page={handoff} item={item} onTouched={() => {}} />
    </ul>,
  );
  await expect.element(browser.getByRole('checkbox', { name: 'Tell the client' })).toBeVisible();
  expect(browser.getByRole('button').elements()).toEqual([]);
});
