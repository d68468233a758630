import { describe, expect, test } from 'vitest';
import { stageContents } from './content/stages.ts';
import { stages } from './stage.ts';
import { contactNormOf, type OwnStage, stageWordsOf } from './stage-words.ts';

const favourites: OwnStage = {
  stage: 'stable',
  label: { en: 'Favourites', ru: 'Любимые' },
  hint: { en: '', ru: '' },
  contactNormDays: null,
  offered: [],
  withheld: [],
};

describe('words of a stage', () => {
  test.each(stages)('are those that ship until somebody changes them: %s', (stage) => {
    const { label, prepositional, hint, fullName } = stageContents[stage];
    for (const language of ['en', 'ru'] as const) {
      const words = { label: label[language], prepositional: prepositional[language], hint: hint[language] };
      const others = stage === 'stable' ? [] : [favourites];
      expect(stageWordsOf(stage, others, language)).toMatchObject({ ...words, tooltip: fullName[language] });
    }
  });

  test('of one’s own need no declension', () => {
    expect(stageWordsOf('stable', [favourites], 'ru')).toEqual({
      label: 'Любимые',
      named: '«Любимые»',
      prepositional: 'на этапе «Любимые»',
      hint: 'работа по плану, отчёты',
      tooltip: 'Любимые: Стабильные отношения',
      isOwnLabel: true,
    });
    expect(stageWordsOf('stable', [favourites], 'en')).toMatchObject({
      named: 'Favourites',
      prepositional: 'in Favourites',
      isOwnLabel: true,
    });
  });

  test('keep guillemets of their own', () => {
    const label = { en: '', ru: 'Те самые «любимые»' };
    expect(stageWordsOf('stable', [{ ...favourites, label }], 'ru')).toMatchObject({
      named: 'Те самые «любимые»',
      prepositional: 'на этапе Те самые «любимые»',
    });
  });

  test('are changed in each language by itself', () => {
    const own: OwnStage = { ...favourites, label: { en: '', ru: 'Любимые' }, hint: { en: 'calm work', ru: '' } };
    expect(stageWordsOf('stable', [own], 'en')).toMatchObject({
      label: 'Steady',
      prepositional: 'in Steady',
      hint: 'calm work',
      isOwnLabel: false,
    });
    expect(stageWordsOf('stable', [own], 'ru')).toMatchObject({ label: 'Любимые', hint: 'работа по плану, отчёты' });
  });
});

test('the norm of contact is that of the stage unless the partners have another', () => {
  const own: OwnStage = { ...favourites, contactNormDays: 30 };
  expect(contactNormOf('stable', [favourites])).toBe(14);
  expect(contactNormOf('stable', [own])).toBe(30);
  expect(contactNormOf('honeymoon', [own])).toBe(7);
  expect(contactNormOf('ended', [own])).toBeNull();
});
