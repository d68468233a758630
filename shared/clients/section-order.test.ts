import { expect, test } from 'vitest';
import { stages } from '../stage.ts';
import { playbookSections, sectionsFor } from './section-order.ts';

test.each(stages)('every section is there once in %s, and what is open is among them', (stage) => {
  const { order, open } = sectionsFor(stage);
  expect(order.toSorted()).toEqual(playbookSections.toSorted());
  expect(open.length).toBeLessThan(4);
});
