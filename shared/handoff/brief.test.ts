import { describe, expect, test } from 'vitest';
import { briefFileName, type BriefDocument, makeBrief } from './brief.ts';
import { briefOptionsOf, issueOptions, textOfBrief } from './brief-issue.ts';
import type { BriefSource } from './brief-source.ts';
import { candidateQuestionWords } from './candidate-questions.ts';
import { documentParts } from './document-parts.ts';

const source: BriefSource = {
  madeOn: '2026-11-23',
  agency: { name: 'Quarta Bureau', monogram: 'Q', contact: 'hello@quarta.example' },
  leadName: 'Nika T.',
  client: { name: 'Spindle Textiles', sinceOn: '2020-10-20' },
  startOn: '2026-11-09',
  endOn: '2026-12-09',
  answerOn: '2026-12-01',
  work: ['support'],
  map: ['One server'],
  defects: ['The queue stops at 500 records'],
  systems: [{ name: 'Hosting', side: 'agency', goesTo: 'successor' }],
  roles: [
    {
      role: 'marketing',
      roleNote: '',
      decides: true,
      setsTasks: false,
      acceptsResults: false,
      pays: false,
      isTechnical: true,
    },
  ],
  steps: [{ title: 'Set the project up', dueOn: '2026-11-26' }],
  goals: null,
};
const english = { language: 'en', includeGoals: false } as const;

const brief = (change: Partial<BriefSource> = {}, options: Parameters<typeof makeBrief>[1] = english) =>
  makeBrief({ ...source, ...change }, options);
const headings = ({ sections }: BriefDocument) => sections.map(({ heading }) => heading);
const said = (document: BriefDocument) => JSON.stringify(document);

test('says what is, what is expected in the month, what is asked and whom to answer to', () => {
  expect(headings(brief())).toEqual([
    'What the project is',
    'What it runs on',
    'Who does what today',
    'The month of the handoff',
    'Known defects and workarounds',
    'Six questions',
    'Whom to answer to',
  ]);
  const text = said(brief());
  for (const { en } of Object.values(candidateQuestionWords)) expect(text).toContain(en);
  expect(text).toContain('Nika T., Quarta Bureau, hello@quarta.example.');
});

test('a step has its day, counted from the first one', () => {
  expect(said(brief())).toContain('Set the project up, by November\u00a026 (day\u00a018)');
  expect(said(brief({}, { language: 'ru', includeGoals: false }))).toContain('до 26\u00a0ноября (день\u00a018)');
});

test('what nobody wrote down is left out, and nobody is asked to answer on a day that is over', () => {
  const empty = brief({ map: [], defects: [], systems: [], roles: [], steps: [], answerOn: null });
  expect(headings(empty)).toEqual([
    'Who does what today',
    'The month of the handoff',
    'Six questions',
    'Whom to answer to',
  ]);
  expect(empty.facts.map(({ label }) => label)).toEqual(['The project has run for', 'Handoff']);
});

test('goals and figures are shown when the client agreed', () => {
  const goals = {
    goal: 'Twice the wholesale',
    horizon: 'year',
    figures: [{ name: 'Repeat orders', unit: '%', value: '26.4', measuredOn: '2026-10-31', target: '', serves: '' }],
  };
  const text = said(brief({ goals }, { language: 'en', includeGoals: true }));
  expect(text).toContain('Goal of the client (looks ahead: a year): Twice the wholesale');
  expect(text).toContain('26.4\u00a0%, October\u00a031');
  expect(said(brief())).not.toContain('Goals and figures');
});

test('has a name that a disk takes', () => {
  expect(briefFileName({ ...source, client: { name: 'Текстиль «Веретено»', sinceOn: '2020-10-20' } }, 'ru')).toBe(
    'Бриф Веретено 2026-11-23',
  );
});

describe('in the log', () => {
  test('a brief with goals is another one than a brief without', () => {
    for (const includeGoals of [true, false]) {
      const { audience, language } = issueOptions({ language: 'ru', includeGoals });
      expect(briefOptionsOf(audience, language)).toEqual({ language: 'ru', includeGoals });
    }
    expect(briefOptionsOf('client', 'ru')).toBeNull();
  });

  test('a change is told by its part, and no section belongs to none', () => {
    const before = textOfBrief(brief());
    const changed = (change: Partial<BriefSource>) => {
      const after = textOfBrief(brief(change));
      return documentParts.filter((part) => before[part] !== after[part]);
    };
    expect(changed({})).toEqual([]);
    expect(changed({ map: ['Two servers'] })).toEqual(['knowledge']);
    expect(changed({ systems: [] })).toEqual(['assets']);
    expect(changed({ steps: [] })).toEqual(['plan']);
    expect(changed({ leadName: 'Gleb' })).toEqual(['people']);
    const whole = Object.values(before).join('\n');
    for (const heading of headings(brief())) expect(whole).toContain(heading);
  });
});
