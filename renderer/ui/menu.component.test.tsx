import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { IconButton } from './icon-button.tsx';
import { Menu } from './menu.tsx';
import { show } from './testing.tsx';

let leave = () => {};
afterEach(() => leave());

test('an entry that cannot be chosen says why and does nothing; the focus returns to the button', async () => {
  const up = vi.fn();
  const remove = vi.fn();
  leave = show(
    <Menu
      label="Alder Furniture"
      groups={[
        {
          id: 'place',
          label: 'Place',
          entries: [
            { id: 'up', label: 'Higher', keys: 'Alt+ArrowUp', disabledReason: 'the board is sorted', onAction: up },
          ],
        },
        { id: 'end', entries: [{ id: 'remove', label: 'Delete', tone: 'danger', onAction: remove }] },
      ]}
    >
      <IconButton icon="more" label="Menu of Alder Furniture" />
    </Menu>,
  );
  const button = page.getByRole('button', { name: 'Menu of Alder Furniture' });
  await button.click();
  const entry = page.getByRole('menuitem', { name: /Higher.*the board is sorted/ });
  await expect.element(entry).toHaveAttribute('aria-disabled', 'true');
  await entry.click({ force: true });
  expect(up).not.toHaveBeenCalled();
  await userEvent.keyboard('{Escape}');
  await expect.element(button).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  expect(remove).toHaveBeenCalledOnce();
  await expect.element(page.getByRole('menu')).not.toBeInTheDocument();
});

test('a group may be called like an entry in it', async () => {
  const remove = vi.fn();
  leave = show(
    <Menu
      label="Alder Furniture"
      groups={[
        { id: 'place', entries: [{ id: 'up', label: 'Higher' }] },
        { id: 'remove', entries: [{ id: 'remove', label: 'Delete', onAction: remove }] },
      ]}
    >
      <IconButton icon="more" label="Menu of Alder Furniture" />
    </Menu>,
  );
  await page.getByRole('button', { name: 'Menu of Alder Furniture' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  expect(remove).toHaveBeenCalledOnce();
});
