import { useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Button } from './button.tsx';
import { Form } from './form.tsx';
import { Popover } from './popover.tsx';
import { show } from './testing.tsx';
import { TextArea } from './text-field.tsx';

let leave = () => {};
afterEach(() => leave());

function Wish() {
  const [text, setText] = useState('');
  return (
    <Form onSubmit={async () => true}>
      <TextArea label="Wish" value={text} onChange={setText} autoFocus />
    </Form>
  );
}

async function open() {
  leave = show(
    <div style={{ padding: 40, minHeight: 500 }}>
      <Popover label="New wish" trigger={<Button>Add</Button>}>
        {() => <Wish />}
      </Popover>
    </div>,
  );
  await page.getByRole('button', { name: 'Add' }).click();
  await expect.element(page.getByRole('textbox', { name: 'Wish' })).toHaveFocus();
}

const isOpen = () => page.getByRole('dialog', { name: 'New wish' }).elements().length === 1;
const pressOutside = () => userEvent.click(document.body, { position: { x: 2, y: 480 }, force: true });

test('an empty form goes with a press outside and with Escape', async () => {
  await open();
  await pressOutside();
  await expect.poll(isOpen).toBe(false);
  await page.getByRole('button', { name: 'Add' }).click();
  await userEvent.keyboard('{Escape}');
  await expect.poll(isOpen).toBe(false);
});

test('typed words stay when one presses outside, which is said, and Escape takes them away only when it was said', async () => {
  await open();
  const field = page.getByRole('textbox', { name: 'Wish' });
  await field.fill('An app for the phone');
  await pressOutside();
  await expect.element(page.getByText('Not sent yet. Escape closes this without it.')).toBeVisible();
  await field.fill('An app for the telephone');
  await expect.element(page.getByText('Not sent yet. Escape closes this without it.')).not.toBeInTheDocument();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByText('Not sent yet. Escape closes this without it.')).toBeVisible();
  await userEvent.keyboard('!');
  await expect.element(page.getByText('Not sent yet. Escape closes this without it.')).not.toBeInTheDocument();
  await userEvent.keyboard('{Escape}');
  await expect.element(field).toHaveValue('An app for the telephone!');
  await userEvent.keyboard('{Escape}');
  await expect.poll(isOpen).toBe(false);
});
