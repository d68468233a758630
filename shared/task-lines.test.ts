import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from './calendar.ts';
import { setTaskLineDone, type TaskFacts, taskLines, withoutBox, withTask } from './task-lines.ts';

/** A Monday. */
const today = '2026-11-23';

function only(
  line: string,
  people?: readonly string[],
): readonly [title: string, person: string, dueOn: string | null] {
  const [task, ...others] = taskLines(line, today, people);
  expect(others).toEqual([]);
  return [task?.title ?? '', task?.person ?? '', task?.dueOn ?? null];
}

describe('what is a task', () => {
  test.each([
    '[ ] Показать прототип',
    '- [ ] Показать прототип',
    '* [ ] Показать прототип',
    '  - [ ] Показать прототип',
    '1. [ ] Показать прототип',
    '> - [ ] Показать прототип',
    '[] Показать прототип',
    '[ ] **Показать** прототип',
  ])('%s', (line) => {
    expect(taskLines(line, today)).toMatchObject([{ title: 'Показать прототип', isDone: false, line: 0 }]);
  });

  test.each(['[x] Сделано', '[X] Сделано', '- [х] Сделано', '- [Х] Сделано'])('%s is done', (line) => {
    expect(taskLines(line, today)).toMatchObject([{ title: 'Сделано', isDone: true }]);
  });

  test.each([
    'Показать прототип',
    '[ ]',
    '[ ]   ',
    '[x](https://example.com)',
    '[ссылка] текст',
    'текст [ ] в строке',
    '[ ] @Вера',
    '[ ] до пятницы',
    '```\n[ ] в коде\n```',
    '```\n~~~\n[ ] в коде\n```',
    '````\n```\n[ ] в коде\n````',
  ])('%j is none', (text) => {
    expect(taskLines(text, today)).toEqual([]);
  });
});

test('code within a line does not take the tasks below it away', () => {
  expect(taskLines('```npm run build``` goes\n[ ] Показать прототип', today)).toMatchObject([{ line: 1 }]);
});

describe('person and due date', () => {
  test.each([
    ['[ ] Прототип витрины с отметкой Вера, до 27 нояб.', 'Прототип витрины с отметкой', 'Вера', '2026-11-27'],
    ['[ ] Прототип витрины, Вера, до 27 нояб.', 'Прототип витрины', 'Вера', '2026-11-27'],
    ['[ ] Прототип витрины (Вера, до 27 нояб.)', 'Прототип витрины', 'Вера', '2026-11-27'],
    ['[ ] Прислать выгрузку остатков @Павел до 25 ноября', 'Прислать выгрузку остатков', 'Павел', '2026-11-25'],
    ['[ ] @Павел прислать выгрузку до пятницы', 'прислать выгрузку', 'Павел', '2026-11-27'],
    ['[ ] Прислать до завтра выгрузку', 'Прислать выгрузку', '', '2026-11-24'],
    ['[ ] Позвонить до 1.12', 'Позвонить', '', '2026-12-01'],
    ['[ ] Позвонить до 01.12', 'Позвонить', '', '2026-12-01'],
    ['[ ] Позвонить @Вера Л. до 01.12', 'Позвонить', 'Вера Л.', '2026-12-01'],
    ['[ ] Позвонить, до 01.12 @Вера Лунина', 'Позвонить', 'Вера Лунина', '2026-12-01'],
    ['[ ] Позвонить @Вера_Лунина', 'Позвонить', 'Вера Лунина', null],
    ['[ ] Отчёт к 5 декабря', 'Отчёт', '', '2026-12-05'],
    ['[ ] Отчёт к следующей среде', 'Отчёт', '', '2026-12-02'],
    ['[ ] Отчёт до конца месяца', 'Отчёт', '', '2026-11-30'],
    ['[ ] Отчёт, до пятницы', 'Отчёт', '', '2026-11-27'],
    ['[ ] Send the export by Thursday', 'Send the export', '', '2026-11-26'],
    ['[ ] Send the export, Marina, by Nov 27', 'Send the export', 'Marina', '2026-11-27'],
    ['[ ] Send the export @Marina by 2026-11-27', 'Send the export', 'Marina', '2026-11-27'],
    ['[ ] @Marina to send the export until tomorrow.', 'to send the export', 'Marina', '2026-11-24'],
    ['[ ] Поднять долю до 31 %', 'Поднять долю до 31 %', '', null],
    ['[ ] Созвониться до 15:00', 'Созвониться до 15:00', '', null],
    ['[ ] Written by Marina', 'Written by Marina', '', null],
    ['[ ] Написать на vera@olha.example', 'Написать на vera@olha.example', '', null],
    ['[ ] До пятницы прислать до 27 ноября всё', 'До пятницы прислать всё', '', '2026-11-27'],
    ['[ ] Сверить план — до 20 ноября', 'Сверить план', '', '2026-11-20'],
  ])('%s', (line, title, person, dueOn) => {
    expect(only(line)).toEqual([title, person, dueOn]);
  });

  test('known people decide who is a person', () => {
    const people = ['Вера Лунина', 'Павел'];
    expect(only('[ ] Показать прототип Ольхе, до пятницы', people)).toEqual([
      'Показать прототип Ольхе',
      '',
      '2026-11-27',
    ]);
    expect(only('[ ] Показать прототип Вера, до пятницы', people)).toEqual(['Показать прототип', 'Вера', '2026-11-27']);
    expect(only('[ ] Показать прототип, Вера Лунина, до пятницы', people)).toEqual([
      'Показать прототип',
      'Вера Лунина',
      '2026-11-27',
    ]);
    expect(only('[ ] @Вера Лунина показать прототип', people)).toEqual(['показать прототип', 'Вера Лунина', null]);
  });

  test('ranges point into the whole text', () => {
    const text = 'Созвон\n\n- [ ] Прототип, Вера, до 27 нояб.\n[x] Выгрузка @Павел';
    const shown = taskLines(text, today).map(({ line, box, personRange, dueRange }) => [
      line,
      text.slice(...box),
      personRange && text.slice(...personRange),
      dueRange && text.slice(...dueRange),
    ]);
    expect(shown).toEqual([
      [2, '[ ]', 'Вера', 'до 27 нояб.'],
      [3, '[x]', '@Павел', null],
    ]);
  });
});

describe('rewriting', () => {
  const people = ['Вера Лунина', 'Marina'];
  const reading = { today, people };
  const text = 'Итоги\n- [ ] Прототип, Вера, до пятницы\n[x] Выгрузка';

  test('ticks and unticks', () => {
    expect(setTaskLineDone(text, 1, true)).toBe('Итоги\n- [x] Прототип, Вера, до пятницы\n[x] Выгрузка');
    expect(setTaskLineDone(text, 2, false)).toBe('Итоги\n- [ ] Прототип, Вера, до пятницы\n[ ] Выгрузка');
    expect(setTaskLineDone(text, 0, true)).toBe(text);
    expect(setTaskLineDone(text, 9, true)).toBe(text);
  });

  test.each<[line: string, change: Partial<TaskFacts>, expected: string]>([
    ['- [ ] Прототип, Вера, до пятницы', { isDone: true }, '- [x] Прототип, Вера, до пятницы'],
    [
      '[ ] Отправить **смету** и [бриф](https://x.ru/1), @Вере, до пятницы',
      { isDone: true },
      '[x] Отправить **смету** и [бриф](https://x.ru/1), @Вере, до пятницы',
    ],
    [
      '[ ] Отправить **смету** и [бриф](https://x.ru/1), @Вере, до пятницы',
      { dueOn: '2026-12-04' },
      '[ ] Отправить **смету** и [бриф](https://x.ru/1), @Вере, до 04.12.2026',
    ],
    [
      '[ ] Send the [brief](https://x.com) by Friday',
      { person: 'Al Bo' },
      '[ ] Send the [brief](https://x.com) @Al_Bo by Friday',
    ],
    ['[ ] Send the [brief](https://x.com) by Friday', { dueOn: null }, '[ ] Send the [brief](https://x.com)'],
    ['[ ] Send the [brief](https://x.com) by Friday', { title: 'Send it' }, '[ ] Send it by Friday'],
    ['[ ] @Павел прислать выгрузку до завтра', { title: 'прислать всё' }, '[ ] @Павел прислать всё до завтра'],
    ['[ ] @Павел прислать выгрузку до завтра', { person: 'Глеб' }, '[ ] @Глеб прислать выгрузку до завтра'],
    ['[ ] @Павел прислать выгрузку до завтра', { person: '' }, '[ ] прислать выгрузку до завтра'],
    ['- [ ] Прототип, Вера, до пятницы', { dueOn: '2026-12-04' }, '- [ ] Прототип, Вера, до 04.12.2026'],
    ['- [ ] Прототип, Вера, до пятницы', { dueOn: null }, '- [ ] Прототип @Вера'],
    ['[ ] Export', { person: 'Al Bo', dueOn: '2026-12-04', isDone: true }, '[x] Export @Al_Bo by 2026-12-04'],
    ['Прототип', { title: 'Проект', isDone: true }, 'Прототип'],
  ])('%s with %j', (line, change, expected) => {
    const note = `Итоги\n${line}\n[x] Выгрузка`;
    expect(withTask(note, 1, change, reading)).toBe(`Итоги\n${expected}\n[x] Выгрузка`);
  });

  test('takes the box away', () => {
    expect(withoutBox(text, 1)).toBe('Итоги\n- Прототип, Вера, до пятницы\n[x] Выгрузка');
    expect(withoutBox(text, 0)).toBe(text);
  });

  test('what is written is read back', () => {
    const word = fc
      .stringMatching(/^[а-яёa-z]{2,9}$/)
      .filter((each) => !/^(?:до|к|ко|by|until|till|due|of)$/.test(each));
    const facts = fc.record({
      title: fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' ')),
      person: fc.constantFrom('', 'Вера', 'Вера Лунина', 'Marina', 'отдел закупок'),
      dueOn: fc.option(fc.integer({ min: -900, max: 900 }).map((offset) => addDays(today, offset))),
      isDone: fc.boolean(),
    });
    const before = fc.constantFrom(
      '[ ] Старое дело',
      '  - [x] Old thing, Marina, by Friday',
      '3. [] Дело до завтра @Глеб',
    );
    fc.assert(
      fc.property(facts, before, (wanted, old) => {
        const note = `Заметка\n${old}\nконец`;
        const rewritten = withTask(note, 1, wanted, reading);
        expect(taskLines(rewritten, today, people)).toMatchObject([{ ...wanted, line: 1 }]);
        expect(withTask(rewritten, 1, wanted, reading)).toBe(rewritten);
        expect(rewritten.split('\n').length).toBe(3);
      }),
    );
  });

  test('any text survives: only the asked line changes', () => {
    const line = fc.oneof(
      fc.string(),
      fc.constantFrom('[ ] дело', '```', '- [x] готово @Вера, до 27.11', '@', '[', 'до'),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), fc.nat({ max: 9 }), fc.boolean(), (parts, index, isDone) => {
        const note = parts.join('\n');
        const lines = note.split('\n');
        const changed = setTaskLineDone(note, index, isDone).split('\n');
        expect(changed.length).toBe(lines.length);
        for (const [at, content] of lines.entries()) if (at !== index) expect(changed[at]).toBe(content);
        for (const task of taskLines(note, today)) {
          expect(note.slice(...task.box)).toMatch(/^\[.?\]$/u);
          expect(note.slice(0, task.box[0]).split('\n').length - 1).toBe(task.line);
        }
      }),
    );
  });
});
