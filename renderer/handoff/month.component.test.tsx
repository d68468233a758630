import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page as browser, userEvent } from 'vitest/browser';
import type { HandoffItem, HandoffPage as Page } from '../../shared/contract/handoff.ts';
import type { Language } from '../../shared/language.ts';
import { Announcer } from '../ui/announcer.tsx';
import { useSession } from '../ui/session.ts';
import { answerBy, show } from '../ui/testing.tsx';
import { clearToasts, useToasts } from '../ui/toast.ts';
import { useHandoff } from './handoff-store.ts';
import { useItemCarry } from './item-carry-store.ts';
import { MonthRuler } from './month-ruler.tsx';
import { MonthWeeks } from './month-weeks.tsx';
import { WaitsView } from './waits-view.tsx';
import { handoff, id, item } from './testing.ts';
import { today } from '../ui/clock.ts';

// “Hosting” on Wednesday of the first week, “Domain” waits for it until Wednesday of the third.

const hosting: HandoffItem = {
  ...item,
  id: id(3),
  title: 'Hosting',
  dueOn: '2026-11-11',
  isMandatory: false,
  after: [],
};
const domain: HandoffItem = { ...hosting, id: id(4), title: 'Domain', dueOn: '2026-11-25', after: [id(3)] };

let now: Page;
let sent: object[];
let hide = () => {};

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-23T09:00:00') });
  await browser.viewport(1440, 900);
  sent = [];
  now = { ...handoff, items: [hosting, domain] };
  answerBy((name, input) => {
    sent.push({ name, ...Object(input) });
    const { itemId, dueOn } = Object(input);
    now = {
      ...now,
      items: now.items.map((each) => (each.id === itemId ? { ...each, dueOn: dueOn ?? each.dueOn } : each)),
    };
    return { ok: true, value: { revision: sent.length + 1, page: now } };
  });
  useHandoff.setState({ status: 'ready', problem: null, revision: 1, page: now });
});
afterEach(() => {
  hide();
  vi.useRealTimers();
  clearToasts();
  useItemCarry.setState({ carry: null, landed: null, isFocusDue: false, addedIds: [] });
  useSession.setState({ settings: null });
});

function Month() {
  const page = useHandoff((state) => state.page);
  return page === null ? null : <MonthWeeks page={page} />;
}

async function openMonth(language: Language = 'en'): Promise<void> {
  hide = show(
    <>
      <div style={{ height: 600, overflow: 'auto' }}>
        <Month />
      </div>
      <Announcer />
    </>,
    language,
  );
  await expect.element(browser.getByRole('checkbox', { name: 'Hosting' })).toBeInTheDocument();
}

const inWeek = (week: string) =>
  browser
    .getByRole('region', { name: week })
    .getByRole('checkbox')
    .elements()
    .map((box) => box.getAttribute('aria-label'));
const heading = (title: string) => browser.getByRole('button', { name: `Edit: ${title}` });
const said = (words: string) => expect.element(browser.getByRole('status')).toHaveTextContent(words);
const saidAtOnce = (words: string) => expect.element(browser.getByRole('alert')).toHaveTextContent(words);

async function focus(title: string, edit = 'Edit'): Promise<void> {
  const element = browser.getByRole('button', { name: `${edit}: ${title}` }).element();
  if (element instanceof HTMLElement) element.focus();
  await expect.poll(() => document.activeElement).toBe(element);
}

test('a step that was added stays in sight, though its week folds the others away', async () => {
  const later = { ...hosting, dueOn: '2026-11-12' };
  const many = Array.from({ length: 7 }, (_, index) => ({ ...later, id: id(20 + index), title: `Step ${index}` }));
  now = { ...now, items: [hosting, ...many] };
  useHandoff.setState({ page: now });
  answerBy((_name, input) => {
    const { title, dueOn } = Object(input);
    now = { ...now, items: [...now.items, { ...hosting, id: id(40), title, dueOn }] };
    return { ok: true, value: { revision: 2, page: now } };
  });
  await openMonth();
  await browser.getByRole('button', { name: 'Add an item to “Collect”' }).click();
  await userEvent.keyboard('Return the keys{Enter}');
  await expect.poll(() => inWeek('Collect')).toContain('Return the keys');
  expect(inWeek('Collect')).not.toContain('Step 6');
});

describe('by keyboard', () => {
  test('a step is picked up, carried to another week, and keeps the focus there', async () => {
    await openMonth();
    await expect.element(heading('Hosting')).toHaveAccessibleDescription('Press Space to pick up the item');
    await focus('Hosting');
    await userEvent.keyboard(' ');
    await said('“Hosting” picked up. Collect. Arrows move between the weeks, Space drops, Escape cancels');
    await userEvent.keyboard('{ArrowRight}');
    await said('Describe, Nov 18');
    await expect.element(browser.getByText('move to “Describe”, Nov 18')).toBeVisible();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => inWeek('Describe')).toEqual(['Hosting']);
    await said('“Hosting” is now in “Describe”, due Nov 18');
    await expect.element(heading('Hosting')).toHaveFocus();
    expect(sent).toMatchObject([{ name: 'handoff.editItem', itemId: id(3), dueOn: '2026-11-18' }]);
    expect(useToasts.getState().shown?.actions?.map(({ label }) => label)).toEqual(['Undo']);
  });

  test('Escape puts it back, and Tab leads nowhere while it is in the hand', async () => {
    await openMonth();
    await focus('Hosting');
    await userEvent.keyboard(' {ArrowRight}{ArrowRight}{Tab}');
    await expect.element(heading('Hosting')).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await saidAtOnce('Cancelled. “Hosting” is back in “Collect”');
    expect(useItemCarry.getState().carry).toBeNull();
    expect(sent).toEqual([]);
    await userEvent.keyboard('{Enter}');
    await expect.element(browser.getByRole('textbox', { name: 'Item', exact: true })).toBeVisible();
  });

  test('where the order forbids it, it is said why, and nothing is sent', async () => {
    await openMonth();
    await focus('Hosting');
    await userEvent.keyboard(' {ArrowRight}{ArrowRight}{ArrowRight}');
    await saidAtOnce('Let go. Not here: “Domain” waits for it, due Nov 25');
    await expect
      .element(browser.getByText('Not here: “Domain” waits for it, due Nov 25', { exact: true }))
      .toBeVisible();
    await userEvent.keyboard(' ');
    await expect.poll(() => useToasts.getState().shown?.text).toMatch(/^Not here: “Domain” waits for it, due Nov.25$/u);
    expect(inWeek('Collect')).toEqual(['Hosting']);
    expect(sent).toEqual([]);
  });

  test('in Russian as well', async () => {
    await openMonth('ru');
    await focus('Hosting', 'Изменить');
    await userEvent.keyboard(' ');
    await said('Пункт «Hosting» взят. Собрать. Стрелки двигают по неделям, пробел ставит, Esc отменяет');
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}');
    await saidAtOnce('Отпустить. Сюда нельзя: этого ждёт «Domain», срок 25 нояб.');
    await userEvent.keyboard('{ArrowLeft} ');
    await said('«Hosting» теперь в неделе «Передать», срок 25 нояб.');
  });
});

describe('by mouse', () => {
  async function takeUp(title: string) {
    const source = heading(title).element();
    const dataTransfer = new DataTransfer();
    const { left, top } = source.getBoundingClientRect();
    let point = { clientX: left + 4, clientY: top + 4 };
    const tell = (type: string, element: Element) =>
      element.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer, ...point }));
    const there = () => document.elementFromPoint(point.clientX, point.clientY) ?? source;
    tell('dragstart', source);
    await expect.poll(() => document.querySelector('[data-carried-by="pointer"]')).not.toBeNull();
    return {
      over: async (week: string) => {
        const rect = browser.getByRole('region', { name: week }).element().getBoundingClientRect();
        point = { clientX: rect.left + 30, clientY: rect.top + 20 };
        tell('dragover', there());
        for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
      },
      letGo: () => {
        tell('drop', there());
        tell('dragend', source);
      },
      giveUp: () => tell('dragend', source),
    };
  }
  const aimedAt = () =>
    [...document.querySelectorAll<HTMLElement>('[data-aimed-at]')].map(({ ariaLabel, dataset }) => [
      ariaLabel,
      dataset['aimedAt'],
    ]);
  const copies = () => document.querySelectorAll('body > [inert]').length;

  test('a step is let go in another week', async () => {
    await openMonth();
    const hand = await takeUp('Hosting');
    await hand.over('Transfer');
    expect(aimedAt()).toEqual([['Transfer', 'taken']]);
    hand.letGo();
    await expect.poll(() => inWeek('Transfer')).toEqual(['Hosting', 'Domain']);
    expect(sent).toMatchObject([{ dueOn: '2026-11-25' }]);
    await expect.poll(copies).toBe(0);
  });

  test('a week that may not take it says so, and it flies back', async () => {
    await openMonth();
    const hand = await takeUp('Hosting');
    await hand.over('Let go');
    expect(aimedAt()).toEqual([['Let go', 'refused']]);
    hand.letGo();
    await expect.poll(() => useToasts.getState().shown?.text).toContain('Not here');
    expect(sent).toEqual([]);
    await expect.poll(copies).toBe(0);
  });

  test('given up with Esc it goes back', async () => {
    await openMonth();
    const hand = await takeUp('Hosting');
    await hand.over('Transfer');
    hand.giveUp();
    await saidAtOnce('Cancelled. “Hosting” is back in “Collect”');
    expect(sent).toEqual([]);
    await expect.poll(copies).toBe(0);
  });

  test('nothing is carried by its box, nor in a handoff that is over', async () => {
    await openMonth();
    const box = browser.getByRole('checkbox', { name: 'Hosting' }).element().closest('label');
    const { left = 0, top = 0 } = box?.getBoundingClientRect() ?? {};
    const start = () => {
      const event = new DragEvent('dragstart', {
        bubbles: true,
        cancelable: true,
        clientX: left + 6,
        clientY: top + 6,
      });
      box?.dispatchEvent(event);
      return event.defaultPrevented;
    };
    expect(start()).toBe(true);
    useHandoff.setState({ page: { ...now, state: 'closed' } });
    await expect.poll(() => document.querySelectorAll('[draggable="true"]').length).toBe(0);
  });
});

test('by menu a step goes where it may, and the other weeks say why not', async () => {
  await openMonth();
  await userEvent.hover(heading('Hosting'));
  await userEvent.click(browser.getByRole('button', { name: 'Menu: Hosting' }));
  await userEvent.click(browser.getByRole('menuitem', { name: 'Move to week…' }));
  await expect
    .element(browser.getByRole('menuitem', { name: /^Let go.*“Domain” waits for it, due Nov 25/ }))
    .toHaveAttribute('aria-disabled', 'true');
  await userEvent.click(browser.getByRole('menuitem', { name: /^Describe/ }));
  await expect.poll(() => inWeek('Describe')).toEqual(['Hosting']);
  await expect.element(heading('Hosting')).toHaveFocus();
});

test('a step says what it waits for, what holds it up, and who accepted it', async () => {
  const blocked = { ...domain, state: 'blocked', stateReason: 'the registrar does not answer' };
  const accepted = {
    ...hosting,
    id: id(5),
    title: 'Keys',
    state: 'done',
    confirmedBy: 'Raisa',
    confirmedOn: '2026-11-12',
  };
  useHandoff.setState({ page: { ...now, items: [hosting, blocked, accepted] } });
  await openMonth();
  await expect.element(browser.getByText('waits for: Hosting')).toBeVisible();
  await expect.element(browser.getByText('blocked: the registrar does not answer')).toBeVisible();
  await expect.element(browser.getByText('accepted by Raisa, Nov 12')).toBeVisible();
});

test('a step that is ticked before what it waits for says so', async () => {
  await openMonth();
  await userEvent.click(browser.getByRole('checkbox', { name: 'Domain' }).element().closest('label') ?? document.body);
  await expect.poll(() => useToasts.getState().shown?.text).toBe('Done, though still open before it: Hosting');
});

test('what waits for whom stands by person, and tells when nothing does', async () => {
  const raisa = {
    ...hosting,
    id: id(5),
    title: 'Name who accepts',
    side: 'client',
    person: 'Raisa',
    dueOn: '2099-01-01',
  };
  const page = { ...now, items: [{ ...hosting, person: '', dueOn: today() }, domain, raisa] };
  hide = show(<WaitsView page={page} />);
  const of = (name: string, when: string) =>
    browser
      .getByRole('region', { name })
      .getByRole('list', { name: when })
      .getByRole('checkbox')
      .elements()
      .map((box) => box.getAttribute('aria-label'));
  await expect.poll(() => of('Us, no person yet', 'This week')).toEqual(['Hosting']);
  expect(of('Raisa, Client', 'Later')).toEqual(['Name who accepts']);
  expect(of('Raisa, Client', 'Overdue')).toEqual([]);
  expect(browser.getByText('Raisa').elements(), 'the name is said once').toHaveLength(1);
  await expect.element(browser.getByText('Jan 1, 2099', { exact: true })).toBeVisible();
  hide();
  const late = { ...raisa, dueOn: '2026-11-10' };
  hide = show(<WaitsView page={{ ...page, state: 'closed', items: [late] }} />);
  await expect.poll(() => of('Raisa, Client', 'Left open')).toEqual(['Name who accepts']);
  expect(browser.getByText('Overdue').elements()).toHaveLength(0);
  await expect.element(browser.getByText('Was due Nov 10', { exact: true })).toBeVisible();
  hide();
  hide = show(<WaitsView page={{ ...page, items: [{ ...hosting, state: 'done' }] }} />);
  await expect.element(browser.getByText('Nothing waits for anybody')).toBeVisible();
});

describe('the ruler', () => {
  test.each([
    ['first', 0],
    ['last', 30],
  ])('keeps the words of today inside the page on the %s day', async (_name, passed) => {
    await browser.viewport(960, 640);
    const dayOf = (days: number) => new Date(Date.parse(today()) + days * 86_400_000).toISOString().slice(0, 10);
    hide = show(
      <div style={{ margin: 24 }}>
        <MonthRuler page={{ ...now, startOn: dayOf(-passed), endOn: dayOf(30 - passed) }} />
      </div>,
    );
    const words = browser.getByText(/^today, /);
    await expect.element(words).toBeVisible();
    expect(words.element().textContent).toContain(`day ${Math.min(passed + 1, 30)} of 30`);
    const label = words.element().getBoundingClientRect();
    expect(label.left).toBeGreaterThanOrEqual(24);
    expect(label.right).toBeLessThanOrEqual(936);
  });

  test('has a tick for each week, and a part that has passed', () => {
    hide = show(<MonthRuler page={{ ...now, startOn: '2020-01-01', endOn: '2020-01-31' }} />);
    return expect
      .poll(() => [...document.querySelectorAll('svg line')].map((line) => line.getAttribute('x2')))
      .toEqual(['100%', '0%', expect.stringMatching(/^23\.3/), expect.stringMatching(/^46\.6/), '70%', '100%']);
  });
});
