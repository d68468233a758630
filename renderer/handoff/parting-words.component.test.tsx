import { afterEach, beforeEach, expect, test } from 'vitest';
import { page as screen, userEvent } from 'vitest/browser';
import type { HandoffPage } from '../../shared/contract/handoff.ts';
import { answerBy, show } from '../ui/testing.tsx';
import { clearToasts } from '../ui/toast.ts';
import { useHandoff } from './handoff-store.ts';
import { PartingWords } from './parting-words.tsx';
import { handoff } from './testing.ts';

let hide = () => {};
let now: HandoffPage;
let sent: object[];

function Words() {
  const page = useHandoff((state) => state.page);
  return page === null ? null : <PartingWords page={page} />;
}

function open(of: Partial<HandoffPage>): void {
  now = { ...handoff, ...of };
  useHandoff.setState({ status: 'ready', problem: null, revision: 1, page: now });
  hide = show(<Words />);
}

beforeEach(() => {
  sent = [];
  answerBy((_name, input) => {
    const { commandId: _id, handoffId: _of, ...fields } = Object(input);
    sent.push(fields);
    now = { ...now, ...fields };
    return { ok: true, value: { revision: 1 + sent.length, page: now } };
  });
});
afterEach(() => {
  hide();
  clearToasts();
});

test('why they part is chosen and written where it stands', async () => {
  open({ reasons: ['budget'], reasonText: 'They hire' });
  const reason = (name: string) => screen.getByRole('button', { name, exact: true });
  await userEvent.click(reason('The client decided'));
  await expect.element(reason('The client decided')).toHaveAttribute('aria-pressed', 'true');
  await userEvent.click(reason('Budget'));
  await expect.element(reason('Budget')).toHaveAttribute('aria-pressed', 'false');
  await userEvent.click(screen.getByRole('button', { name: /^Reason in your own words/ }));
  await userEvent.fill(screen.getByRole('textbox', { name: 'Reason in your own words' }), 'They hire at home');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.element(screen.getByRole('button', { name: /: They hire at home$/ })).toBeVisible();
  expect(sent).toEqual([
    { reasons: ['budget', 'client_decided'] },
    { reasons: ['client_decided'] },
    { reasonText: 'They hire at home' },
  ]);
});

test('reasons that are pressed one right after the other are all kept', async () => {
  open({ reasons: [] });
  await expect.element(screen.getByRole('button', { name: 'Budget', exact: true })).toBeVisible();
  for (const name of ['Budget', 'The client decided', 'No growth plan'])
    screen
      .getByRole('button', { name, exact: true })
      .element()
      .dispatchEvent(new MouseEvent('click', { bubbles: true }));
  await expect.poll(() => now.reasons).toEqual(['no_growth_plan', 'budget', 'client_decided']);
});

test('the day up to which we answer is changed, and not to one inside the month', async () => {
  open({ endOn: '2026-12-09', careUntilOn: '2027-01-08' });
  await userEvent.click(screen.getByRole('button', { name: /^We answer questions until:/ }));
  const day = screen.getByRole('spinbutton', { name: /^day/ });
  await userEvent.click(screen.getByRole('spinbutton', { name: /^month/ }));
  await userEvent.keyboard('12');
  await userEvent.click(screen.getByRole('spinbutton', { name: /^year/ }));
  await userEvent.keyboard('2026');
  await expect.element(screen.getByText(/^Not before the last day of the handoff/)).toBeVisible();
  expect(sent).toEqual([]);
  await userEvent.click(day);
  await userEvent.keyboard('20{Enter}');
  await expect.poll(() => sent).toEqual([{ careUntilOn: '2026-12-20' }]);
});

test('a handoff that is over says none of it', async () => {
  open({ state: 'closed' });
  await expect.element(screen.getByText('Letter on the cover')).not.toBeInTheDocument();
});
