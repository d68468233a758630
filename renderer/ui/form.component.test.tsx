import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Checkbox } from './checkbox.tsx';
import { Form } from './form.tsx';
import { Segmented } from './segmented.tsx';
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

test('Ctrl Enter sends from buttons too, which press nothing then', async () => {
  const [pressed, sent] = [vi.fn(), vi.fn(() => Promise.resolve(true))];
  const leave = show(
    <Form label="Add" onSubmit={sent}>
      <Segmented
        label="Kind"
        segments={[
          { id: 'month', label: 'Month' },
          { id: 'quarter', label: 'Quarter' },
        ]}
        value="month"
        onChange={pressed}
      />
      <Checkbox isSelected={false} onChange={pressed}>
        Sent
      </Checkbox>
    </Form>,
  );
  await page.getByRole('radio', { name: 'Month' }).click();
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.poll(() => sent.mock.calls.length).toBe(1);
  await userEvent.keyboard('{Tab}{Control>}{Enter}{/Control}');
  await expect.poll(() => sent.mock.calls.length).toBe(2);
  expect(pressed).not.toHaveBeenCalled();
  leave();
});
