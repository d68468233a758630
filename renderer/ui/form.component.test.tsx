import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Button } from './button.tsx';
import { Checkbox } from './checkbox.tsx';
import { Form } from './form.tsx';
import { Segmented } from './segmented.tsx';
import { Popover } from './popover.tsx';
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

test('a form that opens in the middle of a page comes into sight', async () => {
  const leave = show(
    <div data-testid="page" style={{ height: 300, overflow: 'auto' }}>
      <div style={{ height: 280 }} />
      <Form label="Edit" onSubmit={() => Promise.resolve(true)} onCancel={() => {}}>
        <div style={{ height: 200 }} />
        <input aria-label="Name" />
      </Form>
    </div>,
  );
  const bottomOf = (element: Element) => element.getBoundingClientRect().bottom;
  const [place, name] = [page.getByTestId('page'), page.getByRole('textbox', { name: 'Name' })];
  await expect.poll(() => bottomOf(name.element()) <= bottomOf(place.element())).toBe(true);
  leave();
});

test('keys of what opens above a form are not those of the form', async () => {
  const [cancelled, sent, inner] = [vi.fn(), vi.fn(() => Promise.resolve(true)), vi.fn(() => Promise.resolve(true))];
  const leave = show(
    <Form label="Add" onSubmit={sent} onCancel={cancelled}>
      <Popover label="More" trigger={<Button>More</Button>}>
        {() => (
          <Form label="Inner" onSubmit={inner}>
            <input aria-label="Word" />
          </Form>
        )}
      </Popover>
    </Form>,
  );
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('textbox', { name: 'Word' }).click();
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.poll(() => inner.mock.calls.length).toBe(1);
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  expect(sent).not.toHaveBeenCalled();
  expect(cancelled).not.toHaveBeenCalled();
  leave();
});
