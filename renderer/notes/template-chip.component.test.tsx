import { createRef } from 'react';
import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { answerBy, show } from '../ui/testing.tsx';
import type { EditorHandle } from './editor/note-editor.tsx';
import { TemplateChip } from './template-chip.tsx';

let leave = () => {};
afterEach(() => leave());

const brief = {
  id: '0190a0b0-0000-7000-8000-000000000001',
  code: 'brief',
  kind: 'meeting',
  title: { en: 'Brief', ru: 'Бриф' },
  text: { en: '# Brief', ru: '# Бриф' },
  isChanged: false,
};

test('the menu that is asked for before the templates are read opens with them', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  answerBy(() => promise.then(() => ({ ok: true, value: { templates: [brief], removed: [] } })));
  leave = show(<TemplateChip kind="meeting" lang="en" handle={createRef<EditorHandle>()} />);
  await page.getByRole('button', { name: 'Template' }).click();
  await expect.element(page.getByRole('menu')).not.toBeInTheDocument();
  resolve();
  await expect.element(page.getByRole('menuitem').first()).toHaveTextContent('Brief');
});
