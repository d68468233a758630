import { afterEach, beforeEach, expect, test } from 'vitest';
import { forgetTheWay, navigate, replaceRoute } from '../ui/navigation.ts';
import { setNeighbours, useNeighbours, walkTo } from '../ui/neighbours.ts';
import { show } from '../ui/testing.tsx';
import { loadBoard, useBoard } from './board-store.ts';
import { useColumnOfShownClient } from './open-client.ts';
import { presentColumns } from './shown.ts';
import { cardAt, serve, type Server } from './testing.ts';
import { useView } from './view-store.ts';

let server: Server;
let leave = () => {};

function Host() {
  useColumnOfShownClient();
  return null;
}

const drawn = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));

beforeEach(async () => {
  server = serve([cardAt('Alder', 'stable', 'a1'), cardAt('Birch', 'stable', 'a0'), cardAt('Cedar', 'ended', 'a0')]);
  leave = show(<Host />);
  await drawn();
});
afterEach(() => {
  leave();
  useView.setState(useView.getInitialState(), true);
  setNeighbours(null);
  forgetTheWay();
});

const neighbours = () => useNeighbours.getState().neighbours;

test('a client that was opened from elsewhere than the board stands in its column', async () => {
  navigate({ name: 'client', clientId: 'Alder' });
  await expect.poll(neighbours).toEqual({ stage: 'stable', clientIds: ['Birch', 'Alder'] });
  navigate({ name: 'client', clientId: 'Cedar' });
  await expect.poll(neighbours).toEqual({ stage: 'ended', clientIds: ['Cedar'] });
});

test('in the column it is in by now', async () => {
  await loadBoard();
  server.moveBehind('Alder', 'stagnation');
  navigate({ name: 'client', clientId: 'Alder' });
  await expect.poll(neighbours).toEqual({ stage: 'stagnation', clientIds: ['Alder'] });
});

test('also when the filter of the board hides it', async () => {
  await loadBoard();
  useView.setState({ text: 'birch' });
  expect(presentColumns().stable).toEqual(['Birch']);
  navigate({ name: 'client', clientId: 'Alder' });
  await expect.poll(neighbours).toEqual({ stage: 'stable', clientIds: ['Birch', 'Alder'] });
});

test('on the way up and down the list stays; who comes another way finds it as it is by now', async () => {
  const shown = { stage: 'stable', clientIds: ['Alder', 'Dogwood'] } as const;
  await loadBoard();
  setNeighbours(shown);
  walkTo('Alder');
  replaceRoute({ name: 'client', clientId: 'Alder' });
  await drawn();
  expect(neighbours()).toBe(shown);
  navigate({ name: 'attention' });
  await drawn();
  navigate({ name: 'client', clientId: 'Alder' });
  await expect.poll(neighbours).toEqual({ stage: 'stable', clientIds: ['Birch', 'Alder'] });
});

test('a board that cannot be read leads nowhere', async () => {
  setNeighbours({ stage: 'stable', clientIds: ['Alder'] });
  server.refuseLoads = 'unexpected';
  navigate({ name: 'client', clientId: 'Alder' });
  await expect.poll(() => useBoard.getState().status).toBe('failed');
  await expect.poll(neighbours).toBeNull();
});
