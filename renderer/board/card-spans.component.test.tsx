import { afterEach, beforeEach, expect, test } from 'vitest';
import { cardsIn, forgetCards, forgetCardsIn, heightOfGap } from './card-spans.ts';

/** Cards 40 high, 8 apart, in a list that shows 100 pixels of them; of a long column the seventh is the first drawn. */
let list = document.createElement('ul');

function cardAt(index: number): HTMLElement {
  const card = document.createElement('li');
  card.dataset['index'] = String(index);
  card.style.cssText = 'height: 40px; margin: 0 0 8px; display: block';
  return card;
}

beforeEach(() => {
  list = document.createElement('ul');
  list.dataset['cardList'] = 'stable';
  list.style.cssText =
    'position: fixed; top: 50px; width: 200px; height: 100px; margin: 0; padding: 5px 0 0; overflow: auto';
  list.append(cardAt(7), cardAt(8), cardAt(9), cardAt(10));
  document.body.append(list);
});

afterEach(() => list.remove());

const first = { index: 7, top: 5, bottom: 45 };
const second = { index: 8, top: 53, bottom: 93 };

test('cards know their number and where they stand from the beginning of the list, however far it is scrolled', () => {
  expect(cardsIn(list).slice(0, 2)).toEqual([first, second]);
  forgetCardsIn(list);
  list.scrollTop = 30;
  expect(list.scrollTop).toBe(30);
  expect(cardsIn(list).slice(0, 2)).toEqual([first, second]);
});

test('they are measured again when one comes or goes, and when somebody begins to carry', () => {
  cardsIn(list);
  list.firstElementChild?.remove();
  expect(cardsIn(list)[0]).toEqual({ index: 8, top: 5, bottom: 45 });
  const [higher] = list.children;
  if (higher instanceof HTMLElement) higher.style.height = '60px';
  expect(cardsIn(list)[0]?.bottom).toBe(45);
  forgetCards();
  expect(cardsIn(list)[0]?.bottom).toBe(65);
});

test('a gap lies between two cards, above the first and below the last', () => {
  expect([7, 8, 10, 11].map((gap) => heightOfGap(list, gap))).toEqual([4, 49, 145, 193]);
});

test('in an empty list there is one gap, at its beginning', () => {
  list.replaceChildren();
  expect(cardsIn(list)).toEqual([]);
  expect(heightOfGap(list, 0)).toBe(4);
});
