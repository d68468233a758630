import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { Card } from '../../shared/contract/board.ts';
import { openOverlay, useNavigation } from '../ui/navigation.ts';
import { filterByPartner } from '../ui/session.ts';
import { show } from '../ui/testing.tsx';
import { clearToasts, useToasts } from '../ui/toast.ts';
import { MoveClientDialog } from './move-client-dialog.tsx';
import { cardAt, serve, type Server } from './testing.ts';

let leave = () => {};

afterEach(() => {
  leave();
  clearToasts();
  filterByPartner(null);
  useNavigation.setState({ overlay: null });
});

function Overlay() {
  const overlay = useNavigation((navigation) => navigation.overlay);
  return overlay?.name === 'move-client' ? <MoveClientDialog clientId={overlay.clientId} /> : null;
}

function open(cards: readonly Card[], clientId: string, prepare: (server: Server) => void = () => {}): Server {
  const server = serve(cards);
  prepare(server);
  openOverlay({ name: 'move-client', clientId });
  leave = show(<Overlay />);
  return server;
}

const entry = (name: string) => page.getByRole('menuitem', { name, exact: true });
const three = ['Alder', 'Birch', 'Cedar'].map((name, index) =>
  cardAt(name, 'stable', `a${index}`, { partnerId: name === 'Birch' ? 'vera' : 'paul' }),
);

test('a client whom the partner filter hides is moved to a stage', async () => {
  filterByPartner('vera');
  const server = open(three, 'Alder');
  await entry('Fading').click();
  await expect
    .poll(() => server.sent)
    .toMatchObject([{ name: 'board.moveClient', input: { clientId: 'Alder', stage: 'stagnation' } }]);
  expect(useNavigation.getState().overlay).toBeNull();
});

test('a hidden client steps among all clients of its column', async () => {
  filterByPartner('vera');
  const server = open(three, 'Cedar');
  await entry('Higher').click();
  await expect.poll(() => server.sent[0]?.input).toMatchObject({ clientId: 'Cedar', stage: 'stable', after: 'Alder' });
});

test('an ended client has one way: back', async () => {
  const server = open([cardAt('Dogwood', 'ended', 'a0'), cardAt('Elm', 'ended', 'a1')], 'Dogwood');
  await expect.element(entry('They came back')).toBeVisible();
  expect(page.getByRole('menuitem').elements()).toHaveLength(1);
  await entry('They came back').click();
  await expect.poll(() => server.sent).toMatchObject([{ name: 'handoff.comeBack', input: { clientId: 'Dogwood' } }]);
  await expect.poll(() => useToasts.getState().shown?.text).toBe('Dogwood: back on the board, in Acquaintance');
});

test('a board that cannot be read closes it with the reason', async () => {
  open(three, 'Alder', (server) => {
    server.refuseLoads = 'disk_error';
  });
  await expect.poll(() => useToasts.getState().shown?.tone).toBe('danger');
  expect(useNavigation.getState().overlay).toBeNull();
});
