import { describe, expect, test } from 'vitest';
import { boardStages, stages } from '../stage.ts';
import { taskLines } from '../task-lines.ts';
import { handoffTemplate, type HandoffTemplate } from './handoff-template.ts';
import { noteTemplates } from './note-templates.ts';
import { playbooks } from './playbooks.ts';
import { practices } from './practices.ts';
import { questions } from './questions.ts';
import { signals } from './signals.ts';
import { stageContents } from './stages.ts';

const template: HandoffTemplate = handoffTemplate;

const catalogues: Readonly<Record<string, readonly { readonly code: string }[]>> = {
  signals,
  playbooks: Object.values(playbooks).flat(),
  questions: [...questions.intro, ...questions.brief],
  practices,
  noteTemplates,
  sections: template.sections,
  items: template.items,
};

/** Every object with `en` or `ru` found anywhere in the value, with its path. */
function wordsIn(value: unknown, path: string): readonly (readonly [path: string, words: object])[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('en' in value || 'ru' in value) return [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) => wordsIn(inner, `${path}.${key}`));
}

describe.each(Object.keys(catalogues))('%s', (name) => {
  const codes = (catalogues[name] ?? []).map((entry) => entry.code);

  test('has unique codes', () => {
    expect(codes.length).toBeGreaterThan(0);
    expect(new Set(codes).size).toBe(codes.length);
  });
});

describe('words', () => {
  const all = wordsIn({ ...catalogues, stageContents, never: template.never }, 'content');

  test('are there in both languages', () => {
    expect(all.length).toBeGreaterThan(200);
    const empty = all.filter(([, words]) => !('en' in words && 'ru' in words && words.en !== '' && words.ru !== ''));
    expect(empty.map(([path]) => path)).toEqual(['content.stageContents.ended.hint']);
  });

  test('are written in the language they claim', () => {
    const wrong = all.filter(([, words]) => /[а-яё]/i.test(String('en' in words ? words.en : '')));
    expect(wrong).toEqual([]);
    const foreign = all.filter(([, words]) => !/[а-яё]/i.test(String('ru' in words ? words.ru : '')));
    expect(foreign.map(([path]) => path)).toEqual(['content.stageContents.ended.hint']);
  });

  test('break no line before a dash', () => {
    expect(all.filter(([, words]) => 'ru' in words && / [—–]/.test(String(words.ru)))).toEqual([]);
  });
});

describe('stages and playbooks', () => {
  test('cover every stage once, in order', () => {
    expect(Object.keys(stageContents)).toEqual([...stages]);
    expect(Object.keys(playbooks)).toEqual([...boardStages, 'handoff']);
  });

  test('give every playbook an exit', () => {
    for (const lines of Object.values(playbooks)) expect(lines.some((line) => line.kind === 'exit')).toBe(true);
  });
});

describe('handoff template', () => {
  const items = new Map(template.items.map((item) => [item.code, item]));

  test('stays inside the month, but for the call afterwards', () => {
    for (const item of template.items) {
      if (item.code === 'K5') expect(item.day).toBe(60);
      else expect(item.day >= 0 && item.day <= template.days, item.code).toBe(true);
    }
  });

  test('puts every item into a known section', () => {
    const sections = new Set(template.sections.map((section) => section.code));
    for (const item of template.items) expect(sections.has(item.section), item.code).toBe(true);
  });

  test('depends only on items that exist and are not due later', () => {
    for (const item of template.items) {
      for (const code of item.after) {
        const before = items.get(code);
        expect(before, `${item.code} after ${code}`).toBeDefined();
        expect((before?.day ?? Infinity) <= item.day, `${item.code} after ${code}`).toBe(true);
      }
    }
  });

  test('has no circle of dependencies', () => {
    const settled = new Set<string>();
    for (let round = 0; round < template.items.length; round += 1) {
      for (const item of template.items) if (item.after.every((code) => settled.has(code))) settled.add(item.code);
    }
    expect(settled.size).toBe(template.items.length);
  });

  test('makes no core item wait for an extended one', () => {
    for (const item of template.items) {
      if (item.tier === 'extended') continue;
      for (const code of item.after) expect(items.get(code)?.tier, `${item.code} after ${code}`).toBe('core');
    }
  });
});

describe('templates of notes', () => {
  test.each(noteTemplates)('$code says the same in both languages, by its outline', ({ text }) => {
    const outline = (words: string) => words.split('\n').map((line) => /^(?:#+|-|\[ \]|$)/.exec(line)?.[0] ?? 'words');
    expect(outline(text.ru)).toEqual(outline(text.en));
  });

  test('the brief asks every question of the brief', () => {
    const brief = noteTemplates.find(({ code }) => code === 'brief');
    for (const { label } of questions.brief) {
      expect(brief?.text.en).toContain(label.en);
      expect(brief?.text.ru).toContain(label.ru);
    }
  });

  test.each(noteTemplates)('the tasks of $code have a title, and the day that is written there', ({ text }) => {
    for (const words of [text.en, text.ru]) {
      const tasks = taskLines(words, '2026-11-23', []);
      expect(tasks.length).toBe(words.split('[ ]').length - 1);
      for (const { title, dueOn } of tasks)
        expect([title, dueOn !== null]).toEqual([title, /, (?:by|до) /.test(words)]);
    }
  });
});
