import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { forgetTheWay, goBack, navigate, useNavigation } from '../ui/navigation.ts';
import { cardWith, clientPageWith, clientWorkWith, playbookWith } from '../ui/test-data.ts';
import { answerBy, show } from '../ui/testing.tsx';
import { ClientPage } from './client-page.tsx';
import { useClients } from './client-store.ts';

let clientId = '';
let tests = 0;
let leave = () => {};
/** Lets the playbook be read that is on its way. */
let letRead = () => {};

function replyTo(name: string): unknown {
  switch (name) {
    case 'clients.playbook':
      return new Promise((read) => {
        letRead = () => read({ ok: true, value: { revision: 1, playbook: playbookWith() } });
      });
    case 'clients.work':
      return { ok: true, value: { revision: 1, work: clientWorkWith() } };
    case 'clients.signals':
      return { ok: true, value: { revision: 1, marks: [], dismissed: [] } };
    default:
      return { ok: true, value: { revision: 1, page: clientPageWith({ card: cardWith({ id: clientId }) }) } };
  }
}

function Window() {
  const route = useNavigation((navigation) => navigation.route);
  return (
    <div style={{ display: 'flex', height: 420, width: 1000 }}>
      {route.name === 'client' && (
        <ClientPage clientId={clientId} notes={() => <div style={{ height: 3000 }}>Long notes</div>} />
      )}
    </div>
  );
}

beforeEach(async () => {
  tests += 1;
  clientId = `00000000-0000-4000-8000-00000000100${tests}`;
  answerBy(replyTo);
  navigate({ name: 'client', clientId });
  leave = show(<Window />);
  await expect.element(page.getByText('Long notes')).toBeVisible();
});

afterEach(() => {
  leave();
  forgetTheWay();
  useClients.setState({ page: null, revision: -1, status: 'loading' });
});

function scroller(): HTMLElement {
  const found = document.querySelector('main > :first-child');
  if (!(found instanceof HTMLElement)) throw new Error('There is nothing to scroll');
  return found;
}

const frame = () => new Promise((drawn) => requestAnimationFrame(drawn));

/** As the wheel does it, on a page that is drawn. */
async function scrollTo(top: number): Promise<void> {
  await frame();
  await frame();
  const scrolled = new Promise((done) => scroller().addEventListener('scroll', done, { once: true }));
  scroller().dispatchEvent(new WheelEvent('wheel', { bubbles: true }));
  scroller().scrollTo(0, top);
  await scrolled;
  await new Promise((done) => setTimeout(done));
}

const place = () => Math.round(scroller().scrollTop);
const tab = (name: string) => page.getByRole('tab', { name });
const playbook = page.getByRole('button', { name: /: questions and steps/ });

async function openPlaybook(): Promise<void> {
  await tab('Playbook').click();
  letRead();
  await expect.element(playbook).toBeInTheDocument();
}

test('each tab stands where it was left, as soon as it has been read', async () => {
  await openPlaybook();
  await scrollTo(300);
  await tab('Notes').click();
  await scrollTo(1500);
  await tab('Playbook').click();
  await expect.element(tab('Playbook')).toHaveAttribute('aria-selected', 'true');
  await expect.element(playbook).not.toBeInTheDocument();
  letRead();
  await expect.poll(place).toBe(300);
  await tab('Notes').click();
  await expect.poll(place).toBe(1500);
});

test('a tab opened for the first time begins at its beginning, and the tabs stay in sight', async () => {
  await scrollTo(1500);
  const before = tab('Playbook').element().getBoundingClientRect().top;
  await openPlaybook();
  expect(tab('Playbook').element().getBoundingClientRect().top).toBeCloseTo(before, 0);
  await expect.element(playbook).toBeInViewport();
  expect(place()).toBeGreaterThan(0);
  expect(place()).toBeLessThan(400);
});

test('between tabs the head of the page stays as it is', async () => {
  await openPlaybook();
  await tab('Notes').click();
  await scrollTo(20);
  await openPlaybook();
  expect(place()).toBe(20);
});

test('coming back from another page shows the tab and the place in it; who scrolls meanwhile is not pulled back', async () => {
  await openPlaybook();
  await scrollTo(300);
  navigate({ name: 'attention' });
  await expect.element(tab('Playbook')).not.toBeInTheDocument();
  goBack();
  await expect.element(tab('Playbook')).toHaveAttribute('aria-selected', 'true');
  letRead();
  await expect.poll(place).toBe(300);

  navigate({ name: 'attention' });
  await expect.element(tab('Playbook')).not.toBeInTheDocument();
  goBack();
  await expect.element(tab('Playbook')).toHaveAttribute('aria-selected', 'true');
  await scrollTo(20);
  letRead();
  await expect.element(playbook).toBeInTheDocument();
  expect(place()).toBe(20);
});

test('who comes back after a search finds the page as it was left, not the hit again', async () => {
  navigate({ name: 'client', clientId, arrival: { noteId: 'note', text: '', words: 'shop' } });
  await scrollTo(1500);
  navigate({ name: 'attention' });
  await expect.element(tab('Notes')).not.toBeInTheDocument();
  goBack();
  expect(useNavigation.getState().route).toEqual({ name: 'client', clientId });
  await expect.element(tab('Notes')).toBeInTheDocument();
  await expect.poll(place).toBe(1500);
});
