import { useEffect, useState } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Dialog } from './dialog.tsx';
import { Form } from './form.tsx';
import { Button } from './button.tsx';
import { show } from './testing.tsx';
import { TextField } from './text-field.tsx';
import { WithTooltip } from './tooltip.tsx';

let leave = () => {};
afterEach(() => leave());

const closed = vi.fn();

function NewClient({ isSticky = false }: { readonly isSticky?: boolean }) {
  const [name, setName] = useState('');
  return (
    <Dialog title="New client" onClose={closed} isSticky={isSticky}>
      <Form onSubmit={() => Promise.resolve(true)}>
        <TextField label="Name" value={name} onChange={setName} autoFocus />
      </Form>
    </Dialog>
  );
}

async function open(isSticky = false): Promise<void> {
  closed.mockClear();
  leave = show(<NewClient isSticky={isSticky} />);
  await expect.element(field).toHaveFocus();
}

const field = page.getByRole('textbox', { name: 'Name' });
const warning = page.getByText('Not sent yet. Escape closes this without it.');
const pressOutside = () => userEvent.click(document.body, { position: { x: 2, y: 2 }, force: true });

const offer = 'a dialog is offered';

/** The dialog opens by itself, above a button that keeps its tooltip. */
function Offered() {
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const open = () => setOpen(true);
    window.addEventListener(offer, open);
    return () => window.removeEventListener(offer, open);
  }, []);
  return (
    <>
      <WithTooltip text="Does not count">
        <Button>Letter</Button>
      </WithTooltip>
      {isOpen && <NewClient />}
    </>
  );
}

test('a dialog takes the tooltips beneath it away: the first Escape is its own', async () => {
  closed.mockClear();
  leave = show(<Offered />);
  const letter = page.getByRole('button', { name: 'Letter' });
  await expect.element(letter).toBeVisible();
  await userEvent.tab();
  await expect.element(letter).toHaveFocus();
  await expect.element(page.getByRole('tooltip')).toBeVisible();
  window.dispatchEvent(new Event(offer));
  await expect.element(field).toHaveFocus();
  await expect.element(page.getByRole('tooltip')).not.toBeInTheDocument();
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => closed).toHaveBeenCalledOnce();
});

test('with nothing typed one Escape closes it', async () => {
  await open();
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => closed).toHaveBeenCalledOnce();
});

test('with nothing typed a press outside closes it', async () => {
  await open();
  await pressOutside();
  await expect.poll(() => closed).toHaveBeenCalledOnce();
});

test.each([false, true])(
  'with typed words the first Escape says so and the second closes, sticky: %s',
  async (sticky) => {
    await open(sticky);
    await field.fill('Kitewell Toys');
    await userEvent.keyboard('{Escape}');
    await expect.element(warning).toBeVisible();
    expect(closed).not.toHaveBeenCalled();
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => closed).toHaveBeenCalledOnce();
  },
);

test('a press outside of typed words says so', async () => {
  await open();
  await field.fill('Kitewell Toys');
  await pressOutside();
  await expect.element(warning).toBeVisible();
  await expect.element(field).toHaveValue('Kitewell Toys');
  expect(closed).not.toHaveBeenCalled();
});
