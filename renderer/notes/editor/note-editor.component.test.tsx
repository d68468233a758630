import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { useState } from 'react';
import { refuseDroppedFiles } from '../../ui/dropped-files.ts';
import { answerBy, show } from '../../ui/testing.tsx';
import type { NoteText } from '../note-text.ts';
import type { TemplateOption } from './insert-block.ts';
import { NoteEditor } from './note-editor.tsx';

let leave = () => {};
let written: NoteText | null = null;
let marked: { readonly code: string; readonly sentence: string }[] = [];
let sent: { readonly name: string; readonly input: unknown }[] = [];
beforeEach(() => {
  written = null;
  sent = [];
  marked = [];
  answerBy((name, input) => {
    sent.push({ name, input });
    return { ok: true, value: {} };
  });
});
afterEach(() => leave());

const text = () => page.getByRole('textbox', { name: 'Text' });
const body = () => written?.lines().join('\n');

async function open(initialText = '') {
  leave = show(
    <NoteEditor
      label="Text"
      initialText={initialText}
      onChange={(typed) => {
        written = typed;
      }}
      onBlur={() => undefined}
      placeholder="Write"
      language="en"
      people={['Vera Lunina']}
      signals={[
        { code: 'R-PLAN', label: 'No development plan', look: 'red' },
        { code: 'G-TALK', label: 'Problems are talked about', look: 'green' },
      ]}
      onSignal={(code, sentence) => marked.push({ code, sentence })}
      templates={[
        { label: 'Brief', text: '# Brief\n\n- What hurts?\n\n[ ] Write back', look: 'template' },
        { label: 'Weekly call', text: '# Weekly\n\nDone', look: 'template', detail: 'Call' },
      ]}
      autoFocus
    />,
  );
  await expect.element(text()).toHaveFocus();
}

function paste(data: Readonly<Record<string, string>>): void {
  const clipboardData = new DataTransfer();
  for (const [type, value] of Object.entries(data)) clipboardData.setData(type, value);
  text()
    .element()
    .dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
}

async function dropFile(words: string): Promise<void> {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([words], 'words.txt', { type: 'text/plain' }));
  const element = text().element();
  const { left, top } = element.getBoundingClientRect();
  const at = { dataTransfer, bubbles: true, cancelable: true, clientX: left + 1, clientY: top + 1 };
  for (const step of ['dragenter', 'dragover', 'drop']) element.dispatchEvent(new DragEvent(step, at));
  await new Promise((done) => setTimeout(done, 200));
}

/** Its templates are read when the button is pressed. */
function ReadsLate() {
  const [templates, setTemplates] = useState<readonly TemplateOption[]>([]);
  return (
    <>
      <NoteEditor
        label="Text"
        initialText=""
        onChange={() => undefined}
        onBlur={() => undefined}
        placeholder="Write"
        language="en"
        people={[]}
        signals={[]}
        onSignal={() => undefined}
        templates={templates}
        autoFocus
      />
      <button
        type="button"
        onMouseDown={(event) => {
          event.preventDefault();
          setTemplates(['Brief', 'Weekly call'].map((label) => ({ label, text: `# ${label}`, look: 'template' })));
        }}
      >
        Read
      </button>
    </>
  );
}

test('a list that is asked for before its entries are read opens when they are, narrowed by what was typed meanwhile', async () => {
  leave = show(<ReadsLate />);
  await expect.element(text()).toHaveFocus();
  await userEvent.keyboard('/we');
  await expect.element(page.getByRole('listbox')).not.toBeInTheDocument();
  await page.getByRole('button', { name: 'Read' }).click();
  await expect.element(page.getByRole('option')).toHaveTextContent('Weekly call');
  await userEvent.keyboard('{Enter}');
  await expect.element(text()).toMatchTextContent('Weekly call');
});

describe('lists', () => {
  test('go on at Enter, and end at an empty one', async () => {
    await open();
    await userEvent.keyboard('- shop{Enter}store{Enter}{Enter}9. site{Enter}shop{Enter}{Enter}> said{Enter}more');
    expect(body()).toBe('- shop\n- store\n9. site\n10. shop\n> said\n> more');
  });

  test('a nested one steps out level by level', async () => {
    await open('- shop\n  - window');
    await userEvent.keyboard('{Enter}{Enter}site');
    expect(body()).toBe('- shop\n  - window\n- site');
  });

  test('are none in code', async () => {
    await open('```\n- a');
    await userEvent.keyboard('{Enter}b');
    expect(body()).toBe('```\n- a\nb');
  });
});

describe('the look of Markdown', () => {
  test('comes while it is typed', async () => {
    await open('Talk\n# Heading\n**bold** and _soft_ `code`\n> quote\nlast');
    const looksOf = (words: string) =>
      [...text().element().querySelectorAll('span, .cm-line')].filter(({ textContent }) => textContent === words);
    const weightOf = (words: string) => looksOf(words).map((element) => getComputedStyle(element).fontWeight);
    expect(weightOf('bold')).toEqual(['600']);
    expect(weightOf('# Heading')).toEqual(['600']);
    expect(weightOf('Talk')).toEqual(['600']);
    expect(looksOf('soft').map((element) => getComputedStyle(element).fontStyle)).toEqual(['italic']);
    expect(looksOf('**')).toHaveLength(2);
    await userEvent.keyboard(' ~~gone~~');
    expect(looksOf('gone').map((element) => getComputedStyle(element).textDecorationLine)).toEqual(['line-through']);
  });

  test('is drawn for what is seen of a very long note, and follows the cursor', async () => {
    await open(`${'They **asked** again\n'.repeat(100_000)}- [ ] Last @Vera by Friday`);
    await userEvent.keyboard('{Control>}{Home}{/Control}- [[ ] First');
    await expect.element(page.getByRole('checkbox').first()).toBeInTheDocument();
    expect(text().element().querySelectorAll('.cm-line').length).toBeLessThan(1000);
    expect(body()).toMatch(/^- \[ \] FirstThey \*\*asked\*\* again\n/);
    expect(body()).toHaveLength(2_100_026 + 11);
  });

  test('a fence that is typed turns what follows into code', async () => {
    await open('\n[ ] task');
    await expect.element(page.getByRole('checkbox')).toBeInTheDocument();
    await userEvent.keyboard('{Control>}{Home}{/Control}```');
    await expect.element(page.getByRole('checkbox')).not.toBeInTheDocument();
    await userEvent.keyboard('{Backspace}');
    await expect.element(page.getByRole('checkbox')).toBeInTheDocument();
  });
});

test('code within a line and a sign of another kind leave what follows as it was', async () => {
  await open('```npm run build``` goes\n[ ] task\n');
  await expect.element(page.getByRole('checkbox')).toBeInTheDocument();
  await userEvent.keyboard('```{Enter}~~~{Enter}[[ ] code{Enter}');
  expect(page.getByRole('checkbox').elements()).toHaveLength(1);
  await userEvent.keyboard('```{Enter}[[ ] other');
  await expect.poll(() => page.getByRole('checkbox').elements()).toHaveLength(2);
  await userEvent.keyboard('{Control>}{Home}{/Control}{ArrowRight}{ArrowRight}{Delete}');
  expect(page.getByRole('checkbox').elements()).toHaveLength(2);
});

describe('what is pasted', () => {
  const html = '<p>They <b>need</b> it</p>';

  test('is clean Markdown, and one undo takes away just that', async () => {
    await open();
    await userEvent.keyboard('Before ');
    paste({ 'text/plain': 'They need it', 'text/html': html });
    await userEvent.keyboard(' after');
    expect(body()).toBe('Before They **need** it after');
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(body()).toBe('Before They **need** it');
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(body()).toBe('Before ');
  });

  test('is no picture, which takes no selected words away', async () => {
    await open('They need it');
    await userEvent.keyboard('{Control>}a{/Control}');
    paste({ 'text/html': '<img src="data:image/png;base64,iVBORw0KGgo=">' });
    await userEvent.keyboard('{End}!');
    expect(body()).toBe('They need it!');
  });

  test('is plain text with Shift', async () => {
    await open();
    await userEvent.keyboard('{Shift>}');
    paste({ 'text/plain': 'They need it', 'text/html': html });
    await userEvent.keyboard('{/Shift}');
    expect(body()).toBe('They need it');
  });

  test('brings no characters that a note may not hold', async () => {
    await open();
    paste({ 'text/plain': 'Page one\u000cPage\u0000 two\u001b[0m\r\nPage three' });
    expect(body()).toBe('Page one\nPage two[0m\nPage three');
  });
});

describe('links', () => {
  test('open with Ctrl and a click, https and mailto only', async () => {
    await open('see [plan](https://example.com/plan) or [this](javascript:alert(1))');
    await page.getByText('plan', { exact: true }).click({ modifiers: ['Control'] });
    expect(sent).toEqual([{ name: 'settings.openLink', input: { address: 'https://example.com/plan' } }]);
    // It does not look like one either.
    expect(page.getByText('this', { exact: true }).query()).toBeNull();
    await page.getByText(/or \[this\]\(javascript/).click({ modifiers: ['Control'] });
    await page.getByText('plan', { exact: true }).click();
    expect(sent).toHaveLength(1);
  });
});

describe('signals', () => {
  test('a # lists them, and the one chosen is marked with its sentence', async () => {
    await open();
    await userEvent.keyboard('Pavel was late. Nobody plans for next year #');
    await expect.element(page.getByRole('listbox', { name: 'Signals' })).toBeVisible();
    expect(page.getByRole('option').elements()).toHaveLength(2);
    await userEvent.keyboard('talk');
    await expect.element(page.getByRole('option')).toHaveTextContent('Problems are talked about');
    await userEvent.keyboard('{Backspace}{Backspace}{Backspace}{Backspace}{Enter}');
    expect(marked).toEqual([{ code: 'R-PLAN', sentence: 'Nobody plans for next year' }]);
    expect(body()).toBe('Pavel was late. Nobody plans for next year');
    await userEvent.keyboard('. More{Enter}line');
    expect(body()).toBe('Pavel was late. Nobody plans for next year. More\nline');
  });

  test('the list is walked by arrows and pressed, and Escape leaves the words as they are', async () => {
    await open();
    await userEvent.keyboard('They talk #{ArrowDown}');
    await expect.element(page.getByRole('option', { selected: true })).toHaveTextContent('Problems are talked about');
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('listbox')).not.toBeInTheDocument();
    await userEvent.keyboard(' and #');
    await page.getByRole('option').nth(1).click();
    expect(marked).toEqual([{ code: 'G-TALK', sentence: 'They talk # and' }]);
    expect(body()).toBe('They talk # and');
  });

  test('a heading is a heading, and so are a colour and a number', async () => {
    await open();
    await userEvent.keyboard('# Title{Enter}issue#12');
    await expect.element(page.getByRole('listbox')).not.toBeInTheDocument();
    expect(body()).toBe('# Title\nissue#12');
  });
});

describe('templates', () => {
  const list = () => page.getByRole('listbox', { name: 'Templates' });
  const brief = '# Brief\n\n- What hurts?\n\n[ ] Write back';

  test('are found by / at the beginning of a line, and Enter puts one there', async () => {
    await open();
    await userEvent.keyboard('/');
    await expect.element(list().getByRole('option')).toHaveLength(2);
    await userEvent.keyboard('br{Enter}');
    expect(body()).toBe(brief);
    await userEvent.keyboard(' Money.');
    expect(body()).toBe(brief.replace('hurts?', 'hurts? Money.'));
  });

  test('stand below what is written, which stays as it is', async () => {
    await open('Before the talk\n');
    await userEvent.keyboard('/wee{Enter}');
    expect(body()).toBe('Before the talk\n\n# Weekly\n\nDone');
  });

  test('are taken back by one Ctrl Z, and what was typed before them is there', async () => {
    await open();
    await userEvent.keyboard('Kept{Enter}/br{Enter}');
    await expect.poll(body).toBe(`Kept\n\n${brief}`);
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(body()).toBe('Kept\n/br');
  });

  test('are not meant by a / inside a line, and Escape leaves it as a sign', async () => {
    await open();
    await userEvent.keyboard('and/');
    await expect.element(list()).not.toBeInTheDocument();
    await userEvent.keyboard('{Enter}/');
    await expect.element(list()).toBeInTheDocument();
    await userEvent.keyboard('{Escape}{Enter}x');
    expect(body()).toBe('and/\n/\nx');
  });
});

test('a file that is dropped on the text is not read into it; without the guard it would be', async () => {
  await open('Said');
  await dropFile('from a file');
  expect(body()).toContain('from a file');
  written = null;
  const stop = refuseDroppedFiles();
  await dropFile('another');
  stop();
  expect(body()).toBeUndefined();
});
