import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { Form } from './form.tsx';
import { show } from './testing.tsx';

test('a word that is still being composed keeps its Escape and Enter', async () => {
  const [cancelled, sent] = [vi.fn(), vi.fn(() => Promise.resolve(true))];
  const leave = show(
    <Form label="Add" onSubmit={sent} onCancel={cancelled}>
      <input aria-label="Name" />
    </Form>,
  );
  const name = page.getByRole('textbox', { name: 'Name' });
  await expect.element(name).toBeVisible();
  const press = (key: string, isComposing: boolean) =>
    name
      .element()
      .dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey: key === 'Enter', isComposing, bubbles: true }));
  press('Escape', true);
  press('Enter', true);
  expect(cancelled).not.toHaveBeenCalled();
  expect(sent).not.toHaveBeenCalled();
  press('Enter', false);
  press('Escape', false);
  expect(sent).toHaveBeenCalledOnce();
  expect(cancelled).toHaveBeenCalledOnce();
  leave();
});
