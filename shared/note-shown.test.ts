import { expect, test } from 'vitest';
import { shownNote } from './note-shown.ts';

test.each([
  ['- [ ] Send the _draft_', 'Send the draft', '- [ ] Send the _draft_'],
  [
    '\n\n[х] Смета до пятницы\n[ ] Смета до пятницы\n',
    'Смета до пятницы',
    '[х] Смета до пятницы\n[ ] Смета до пятницы',
  ],
  ['# Talk\n[ ] Call', 'Talk', '[ ] Call'],
  ['[Plan](https://example.com)\nText', 'Plan', 'Text'],
  ['', '', ''],
])('%j is read under the title %j', (markdown, title, body) => {
  expect(shownNote(markdown)).toEqual({ title, body });
});
