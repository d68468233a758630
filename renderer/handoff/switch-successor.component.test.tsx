import { afterEach, beforeEach, expect, test } from 'vitest';
import { page as browser, userEvent } from 'vitest/browser';
import { useNavigation } from '../ui/navigation.ts';
import { applySettings, useSession } from '../ui/session.ts';
import { settingsWith } from '../ui/test-data.ts';
import { answerBy, show } from '../ui/testing.tsx';
import { clearToasts, useToasts } from '../ui/toast.ts';
import { setOptions, useDocument, wantedOptions } from './document-store.ts';
import { useHandoff } from './handoff-store.ts';
import { ItemEditor } from './item-editor.tsx';
import { SwitchSuccessorDialog } from './switch-successor-dialog.tsx';
import { candidate, handoff, id, item } from './testing.ts';

let sent: string[];
let hide = () => {};

beforeEach(() => {
  sent = [];
  answerBy((name) => {
    sent.push(name);
    const preview = {
      revision: 1,
      passed: ['Set it up'],
      dropped: ['First list'],
      returning: [{ title: 'New list', dueOn: '2026-11-20' }],
      moved: [{ title: 'Hand over', dueOn: '2026-12-03' }],
    };
    const value =
      name === 'handoff.previewSuccessor' ? preview : { revision: 2, page: { ...handoff, successor: 'freeze' } };
    return { ok: true, value };
  });
  useHandoff.setState({ status: 'ready', problem: null, revision: 1, page: handoff });
  useNavigation.setState({ overlay: { name: 'switch-successor', handoffId: handoff.id } });
});
afterEach(() => {
  hide();
  clearToasts();
  useSession.setState({ settings: null });
});

test('what a switch changes is seen before it is made, and it can be undone', async () => {
  hide = show(<SwitchSuccessorDialog handoffId={handoff.id} />);
  const send = browser.getByRole('button', { name: 'Change the plan' });
  await expect.element(browser.getByText('This is how the plan is now.')).toBeVisible();
  await expect.element(send).toBeDisabled();
  await userEvent.click(browser.getByText('Nobody, the project rests'));
  await expect
    .element(browser.getByRole('region', { name: 'Pass to the client' }).getByRole('listitem'))
    .toHaveTextContent('Set it up');
  await expect
    .element(browser.getByRole('region', { name: 'Leave the plan' }).getByRole('listitem'))
    .toHaveTextContent('First list');
  for (const [name, words] of [
    ['Come into the plan', 'New list, Nov 20'],
    ['Move to an earlier day', 'Hand over, Dec 3'],
  ] as const)
    await expect.element(browser.getByRole('region', { name }).getByRole('listitem')).toHaveTextContent(words);
  await userEvent.click(send);
  await expect.poll(() => useNavigation.getState().overlay).toBeNull();
  expect(sent).toEqual(['handoff.previewSuccessor', 'handoff.switchSuccessor']);
  expect(useHandoff.getState().page?.successor).toBe('freeze');
  expect(useToasts.getState().shown).toMatchObject({ text: 'Takes over: Nobody, the project rests' });
});

const contact = {
  role: '',
  roleNote: '',
  email: '',
  phone: '',
  decides: false,
  setsTasks: false,
  acceptsResults: false,
  pays: false,
  isTechnical: false,
};

test.each([
  ['agency', ['Vera']],
  ['client', ['Raisa']],
  ['successor', ['Depot']],
])('on the side of the %s those who are there are at hand', async (side, people) => {
  applySettings(settingsWith({ partners: [{ id: id(7), name: 'Vera', monogram: 'V', clients: 0 }] }));
  const page = {
    ...handoff,
    contacts: [
      { ...contact, id: id(8), name: 'Raisa', leftOn: null },
      { ...contact, id: id(9), name: 'Gone', leftOn: '2026-01-01' },
    ],
    candidates: [
      { ...candidate, state: 'chosen' },
      { ...candidate, id: id(4), name: 'Forge' },
    ],
  };
  hide = show(<ItemEditor page={page} item={{ ...item, side, person: '' }} onEnd={() => {}} />);
  await userEvent.click(browser.getByRole('combobox', { name: 'Named person' }));
  const offered = () =>
    browser
      .getByRole('option')
      .elements()
      .map((option) => option.textContent);
  await expect.poll(offered).toEqual(people);
  await userEvent.click(browser.getByRole('option', { name: people[0] ?? '' }));
  await expect.element(browser.getByRole('combobox', { name: 'Named person' })).toHaveValue(people[0] ?? '');
});

test('a step made for one access hands over no other', async () => {
  const access = browser.getByRole('button', { name: /Access it hands over/ });
  hide = show(<ItemEditor page={handoff} item={item} onEnd={() => {}} />);
  await expect.element(access).toBeVisible();
  hide();
  hide = show(<ItemEditor page={handoff} item={{ ...item, code: '', section: 'D' }} onEnd={() => {}} />);
  await expect.element(browser.getByRole('button', { name: 'Save' })).toBeVisible();
  expect(access.elements()).toHaveLength(0);
});

test('the document is for the client again where no contractor takes over any more', () => {
  setOptions({ audience: 'successor' });
  useHandoff.setState({ page: { ...handoff, letter: 'Dear all' } });
  expect(wantedOptions(useDocument.getState(), 'en').audience).toBe('successor');
  useHandoff.setState({ page: { ...handoff, successor: 'in_house' } });
  expect(wantedOptions(useDocument.getState(), 'en').audience).toBe('client');
});

test('a day on which it may not be due is refused under its field', async () => {
  hide = show(<ItemEditor page={handoff} item={{ ...item, after: [], dueOn: '2026-11-20' }} onEnd={() => {}} />);
  await userEvent.click(browser.getByRole('spinbutton', { name: /^day/ }));
  await userEvent.keyboard('21');
  await expect.element(browser.getByText('Not on this day: nobody works then')).toBeVisible();
  await userEvent.click(browser.getByRole('button', { name: 'Save' }));
  expect(sent).toEqual([]);
});
