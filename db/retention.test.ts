import { describe, expect, test } from 'vitest';
import { byAge, expendable, type Kept } from './retention.ts';

const now = '2026-11-23T12:00:00.000Z';
const at = (daysAgo: number, hour = 9): Kept => {
  const madeAt = new Date(
    Date.parse(`2026-11-23T${String(hour).padStart(2, '0')}:00:00.000Z`) - daysAgo * 86_400_000,
  ).toISOString();
  return { name: madeAt, madeAt, number: 0, isSmaller: false, isDamaged: false };
};
const kept = (backups: readonly Kept[]) => {
  const gone = expendable(backups, now);
  return backups.filter(({ name }) => !gone.includes(name)).length;
};

test('three of today stay', () => {
  const today = [1, 2, 3, 4, 5].map((hour) => at(0, hour));
  expect(expendable(today, now)).toEqual([at(0, 2).name, at(0, 1).name]);
});

test('the newest of seven days and of four weeks stay', () => {
  const daily = Array.from({ length: 60 }, (_, daysAgo) => at(daysAgo));
  // Monday 23 November; days back to the 17th; the Sundays 22, 15 and 8 November end the weeks before.
  expect(kept(daily)).toBe(7 + 2);
  const gone = expendable(daily, now);
  for (const daysAgo of [0, 1, 2, 3, 4, 5, 6, 8, 15]) expect(gone).not.toContain(at(daysAgo).name);
});

test('one a year is never too many', () => {
  expect(expendable([at(0), at(365), at(730)], now)).toEqual([]);
});

test('the last of full size stays while smaller ones follow', () => {
  const full = at(40);
  const smaller = Array.from({ length: 30 }, (_, daysAgo) => ({ ...at(daysAgo), isSmaller: true }));
  expect(expendable([...smaller, full], now)).not.toContain(full.name);
  expect(expendable([...smaller.map((backup) => ({ ...backup, isSmaller: false })), full], now)).toContain(full.name);
});

describe('a damaged one', () => {
  const damaged = (backup: Kept): Kept => ({ ...backup, isDamaged: true });
  const names = (backups: readonly Kept[]) => backups.map(({ name }) => name);

  test('takes no place of today, of a day or of a week from a sound one', () => {
    const sound = [at(0, 6), at(0, 7), at(0, 8), ...Array.from({ length: 60 }, (_, daysAgo) => at(daysAgo + 1, 8))];
    const alone = expendable(sound, now);
    const newer = Array.from({ length: 60 }, (_, daysAgo) => damaged(at(daysAgo, 11)));
    const gone = expendable([...sound, ...newer, damaged(at(0, 10)), damaged(at(0, 9))], now);
    expect(gone.filter((name) => names(sound).includes(name))).toEqual(alone);
  });

  test('is not the last of full size', () => {
    const full = at(40);
    const smaller = Array.from({ length: 30 }, (_, daysAgo) => ({ ...at(daysAgo), isSmaller: true }));
    expect(expendable([...smaller, damaged(at(39)), full], now)).not.toContain(full.name);
  });

  test('goes once a newer one stands in its place', () => {
    const lone = damaged(at(3));
    expect(expendable([at(0), at(1), lone], now)).toEqual([]);
    expect(expendable([at(0), at(1), at(3, 10), lone], now)).toEqual([lone.name]);
  });
});

test('one made while the clock stood in the future does not pass for the newest', () => {
  const future = { ...at(-400), number: 1 };
  const later = Array.from({ length: 40 }, (_, day) => ({ ...at(40 - day), number: day + 2 }));
  const gone = expendable([future, ...later], now);
  expect([future, ...later].toSorted(byAge)[0]).toEqual(later.at(-1));
  expect(gone).toContain(future.name);
  // Without numbers it would stay for ever, as the newest.
  expect([future, ...later].map((backup) => ({ ...backup, number: 0 })).toSorted(byAge)[0]?.name).toBe(future.name);
});

test('those of before the count are older than all that are counted, in whatever order they come', () => {
  const [old, older] = [at(1), at(30)];
  const [first, second] = [
    { ...at(2), number: 1 },
    { ...at(40), number: 2 },
  ];
  const inOrder = [second, first, old, older];
  expect([older, first, old, second].toSorted(byAge)).toEqual(inOrder);
  expect([second, old, first, older].toSorted(byAge)).toEqual(inOrder);
  expect([old, second, older, first].toSorted(byAge)).toEqual(inOrder);
});

describe('where the clock was set', () => {
  const days = Array.from({ length: 9 }, (_, day) => ({ ...at(8 - day), number: day + 1 }));
  const names = (backups: readonly Kept[]) => backups.map(({ name }) => name);

  test('ahead, and has not come back, seven days of before stay', () => {
    const ahead = [
      { ...at(-400), number: 10 },
      { ...at(-401), number: 11 },
    ];
    const gone = expendable([...days, ...ahead], at(-401).madeAt);
    for (const name of names([...days.slice(-7), ...ahead])) expect(gone).not.toContain(name);
  });

  test('back, three of today stay that were told as of another day', () => {
    const today = [
      { ...at(2, 10), number: 10 },
      { ...at(2, 11), number: 11 },
    ];
    const gone = expendable([...days, ...today], at(2, 11).madeAt);
    for (const name of names([...days.slice(-7), ...today])) expect(gone).not.toContain(name);
  });

  test('ahead by one that is damaged now, three of the day before stay', () => {
    const ofOneDay = [8, 10, 11].map((hour, index) => ({ ...at(0, hour), number: index + 10 }));
    const ahead = { ...at(-400), number: 13, isDamaged: true };
    const gone = expendable([...days, ...ofOneDay, ahead], ahead.madeAt);
    for (const name of names(ofOneDay)) expect(gone).not.toContain(name);
  });
});
