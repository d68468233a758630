import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Button } from './button.tsx';
import { EditableText } from './editable-text.tsx';
import { toLastButton, useKeptFocus } from './kept-focus.ts';
import { Popover } from './popover.tsx';
import { show } from './testing.tsx';

let leave = () => {};
afterEach(() => leave());

const names = ['Fir', 'Oak', 'Elm'];

/** `drawAnew` comes with every change of the page. */
function List({ drawAnew }: { readonly drawAnew?: (draw: () => void) => void }) {
  const [rows, setRows] = useState(names);
  useEffect(() => {
    drawAnew?.(() => flushSync(() => setRows((now) => [...now])));
  }, [drawAnew]);
  const keptFocus = useKeptFocus<HTMLDivElement, true>(toLastButton);
  const remove = (name: string) => setRows((now) => now.filter((each) => each !== name));
  const rename = async (from: string, to: string) => {
    setRows((now) => now.map((each) => (each === from ? to : each)));
    return true;
  };
  return (
    <>
      <div {...keptFocus}>
        {rows.map((name, index) => (
          <div key={index}>
            <EditableText label="Name" value={name} onCommit={(typed) => rename(name, typed)} />
            <Popover label={`More about ${name}`} trigger={<Button>{`More: ${name}`}</Button>}>
              {(close) => (
                <Button
                  onPress={() => {
                    remove(name);
                    close();
                  }}
                >
                  Delete it
                </Button>
              )}
            </Popover>
            <Button onPress={() => remove(name)}>{`Delete ${name}`}</Button>
          </div>
        ))}
        <Button>Add</Button>
      </div>
      <Button>Elsewhere</Button>
    </>
  );
}

const button = (name: string) => page.getByRole('button', { name, exact: true });

async function press(name: string): Promise<void> {
  await expect.element(button(name)).toBeVisible();
  const element = button(name).element();
  if (element instanceof HTMLElement) element.focus();
  await userEvent.keyboard('{Enter}');
}

test('a row that is taken away gives the focus to the end of its list, also from a popover', async () => {
  leave = show(<List />);
  await press('Delete Elm');
  await expect.element(button('Add')).toHaveFocus();
  await press('More: Oak');
  await press('Delete it');
  await expect.element(button('Delete Oak')).not.toBeInTheDocument();
  await expect.element(button('Add')).toHaveFocus();
});

test('a field that closes keeps the focus at its own place, and whoever went on elsewhere stays there', async () => {
  leave = show(<List />);
  await press('Name: Oak');
  await userEvent.keyboard('Ash{Enter}');
  await expect.element(button('Name: Ash')).toHaveFocus();
  await press('Delete Fir');
  const elsewhere = button('Elsewhere').element();
  if (elsewhere instanceof HTMLElement) elsewhere.focus();
  await expect.element(button('Delete Fir')).not.toBeInTheDocument();
  await expect.element(button('Elsewhere')).toHaveFocus();
});

test('a list that is drawn anew in the moment a field closes leaves the focus to the field', async () => {
  const fields = new MutationObserver((changes) => {
    const isClosed = changes.some(({ removedNodes }) =>
      [...removedNodes].some((node) => node instanceof HTMLTextAreaElement),
    );
    if (isClosed) draw();
  });
  let draw = () => {};
  leave = show(<List drawAnew={(way) => (draw = way)} />);
  fields.observe(document.body, { childList: true, subtree: true });
  await press('Name: Oak');
  await userEvent.keyboard('Ash{Enter}');
  await expect.element(button('Name: Ash')).toHaveFocus();
  fields.disconnect();
});
