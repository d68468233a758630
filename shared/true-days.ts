import type { Day } from './calendar.ts';

/**
 * On which days things happened that are known in their order, when the clock that told the days may have been wrong for a
 * while: the most readings that agree with the order are right, and what lies between two of them happened on the day of
 * the one before. A day after `today` has not come, however many readings tell of it.
 */
export function trueDays(readings: readonly Day[], today: Day): readonly Day[] {
  if (readings.every((reading, index) => reading <= (readings[index + 1] ?? today))) return readings;
  const right = longestInOrder(readings, today);
  let day = readings[right[0] ?? -1] ?? today;
  let next = 0;
  return readings.map((reading, index) => {
    if (right[next] === index) {
      next += 1;
      day = reading;
    }
    return day;
  });
}

/**
 * Places of the longest run up to today that never falls. Of equally long ones the one that was right last, and before that the one
 * that comes back to the same day.
 */
function longestInOrder(readings: readonly Day[], today: Day): readonly number[] {
  const lengths: number[] = [];
  const before: number[] = [];
  let longest = -1;
  for (const [index, reading] of readings.entries()) {
    let best = -1;
    if (reading > today) {
      before.push(best);
      lengths.push(0);
      continue;
    }
    for (let place = 0; place < index; place += 1) {
      if ((readings[place] ?? '') > reading) continue;
      const more = (lengths[place] ?? 0) - (lengths[best] ?? 0);
      if (more > 0 || (more === 0 && (readings[place] ?? '') >= (readings[best] ?? ''))) best = place;
    }
    before.push(best);
    lengths.push((lengths[best] ?? 0) + 1);
    if ((lengths[index] ?? 0) >= (lengths[longest] ?? 0)) longest = index;
  }
  const places: number[] = [];
  for (let at = longest; at >= 0; at = before[at] ?? -1) places.push(at);
  return places.toReversed();
}
