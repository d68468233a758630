import { describe, expect, it } from 'vitest';
import { alreadyRunning, startOptions } from './start-options.ts';

const nothing = { dataFolder: null, isSample: false, isSmoke: false, picture: null };

describe('start options', () => {
  it('are empty without arguments', () => {
    expect(startOptions([], {}, '/here')).toEqual(nothing);
  });

  it('make paths absolute', () => {
    expect(startOptions(['--data', 'mine', '--picture=p.png', '--sample'], {}, '/here')).toEqual({
      dataFolder: '/here/mine',
      isSample: true,
      isSmoke: false,
      picture: '/here/p.png',
    });
  });

  it('put the argument before the environment', () => {
    const environment = { RAPPORT_DATA: '/environment' };
    expect(startOptions([], environment, '/here').dataFolder).toBe('/environment');
    expect(startOptions(['--data', '/argument'], environment, '/here').dataFolder).toBe('/argument');
  });

  it('pass over what is meant for Chromium', () => {
    expect(startOptions(['.', '--no-sandbox', '--lang=ru', '--data'], {}, '/here')).toEqual(nothing);
  });

  it('never let a smoke run touch real data', () => {
    expect(startOptions(['--smoke', '--data', '/mine'], { RAPPORT_DATA: '/mine' }, '/here').dataFolder).toBeNull();
  });
});

describe('a second start', () => {
  it.each([
    [{}, 'look for its window'],
    [{ isSample: true }, '; --sample had no effect'],
    [{ isSample: true, dataFolder: '/other' }, '; --data and --sample had no effect'],
    [{ picture: '/p.png', isSample: true }, 'no picture was saved'],
  ])('with %j says what came of it', (options, words) => {
    expect(alreadyRunning({ ...nothing, ...options })).toContain(words);
  });
});
