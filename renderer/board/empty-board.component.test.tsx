import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { closeOverlay, useNavigation } from '../ui/navigation.ts';
import { useSession } from '../ui/session.ts';
import { settingsWith } from '../ui/test-data.ts';
import { show } from '../ui/testing.tsx';
import { EmptyBoard } from './empty-board.tsx';

let leave = () => {};
afterEach(() => {
  leave();
  closeOverlay();
  useSession.setState({ settings: null });
});

const names = () =>
  page
    .getByRole('button')
    .elements()
    .map((button) => button.textContent);

test.each([
  ['en', ['Client', 'Look at an example', 'Import notes…']],
  ['ru', ['Клиент', 'Посмотреть на\u00a0примере', 'Импортировать заметки…']],
] as const)('an empty board offers three ways in, in %s', async (language, ways) => {
  leave = show(<EmptyBoard />, language);
  await expect.poll(names).toEqual(ways);
});

test('the notes one has already come in from a folder or a table; an example offers no other example', async () => {
  useSession.setState({ settings: settingsWith({ isSample: true }) });
  leave = show(<EmptyBoard />);
  await page.getByRole('button', { name: 'Import notes…' }).click();
  expect(useNavigation.getState().overlay).toEqual({ name: 'import-notes' });
  expect(names()).toEqual(['Client', 'Import notes…']);
});
