import type { AskingEvent } from '../../electron/backend/door.ts';

const page = 'app://rapport/index.html';
const main = { url: page, parent: null };

/** As the program's own page asks. */
export const ownPage = (contents: object): AskingEvent => ({ sender: contents, senderFrame: main });

const foreignFrames = {
  'another host': { url: 'app://rapport.evil/index.html', parent: null },
  'a longer host': { url: 'app://rapportx/index.html', parent: null },
  'a name before the host': { url: `${page}@evil.example/`, parent: null },
  'another protocol': { url: 'https://rapport/index.html', parent: null },
  'another file': { url: 'app://rapport/document/1', parent: null },
  'an empty page': { url: 'about:blank', parent: null },
  'no address': { url: '', parent: null },
  'a frame inside the page': { url: page, parent: main },
  'a frame that is gone': null,
} satisfies Readonly<Record<string, AskingEvent['senderFrame']>>;

/** Whoever is not the program's page, by what is wrong with it. */
export function foreignSenders(contents: object): readonly (readonly [string, AskingEvent])[] {
  return [
    ...Object.entries(foreignFrames).map(([what, senderFrame]) => [what, { sender: contents, senderFrame }] as const),
    ['another window', { sender: {}, senderFrame: main }],
  ];
}
