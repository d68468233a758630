import { describe, expect, it } from 'vitest';
import { readArguments } from './arguments.ts';

const read = (args: readonly string[], environment: Readonly<Record<string, string>> = {}) =>
  readArguments(args, environment, '/here');

describe('arguments of the launcher', () => {
  it('choose the runtime', () => {
    expect(read([])).toEqual({ runtime: 'any', isHeadless: false, forProgram: [] });
    expect(read(['--electron', '--sample'])).toMatchObject({ runtime: 'electron', forProgram: ['--sample'] });
    expect(read(['--chromium'])).toMatchObject({ runtime: 'chromium', forProgram: [] });
    expect(read(['--headless'])).toMatchObject({ runtime: 'chromium', isHeadless: true, forProgram: ['--headless'] });
  });

  it('count paths from where npm was called', () => {
    const environment = { INIT_CWD: '/partner' };
    expect(read(['--data', 'mine', '--picture=p.png'], environment)).toMatchObject({
      forProgram: ['--data=/partner/mine', '--picture=/partner/p.png'],
    });
    expect(read(['--data=-odd'])).toMatchObject({ forProgram: ['--data=/here/-odd'] });
    expect(read([], { ...environment, RAPPORT_DATA: 'mine' })).toMatchObject({ forProgram: ['--data=/partner/mine'] });
    expect(read(['--data', '/other'], { RAPPORT_DATA: '/mine' })).toMatchObject({ forProgram: ['--data=/other'] });
  });

  it.each([
    [['--data'], '--data needs a folder'],
    [['--data='], '--data needs a folder'],
    [['--data', ''], '--data needs a folder'],
    [['--data', '--sample'], '--data needs a folder'],
    [['--picture'], '--picture needs a file'],
    [['--smaple'], 'does not know --smaple'],
    [['-s'], 'does not know -s'],
    [['--sample=yes'], '--sample takes no value'],
    [['mine'], 'does not know what to do with "mine"'],
    [['--electron', '--chromium'], 'Choose one: --electron or --chromium'],
    [['--headless', '--electron'], 'Electron always opens a window'],
    [['--'], 'does not know what to do with "--"'],
  ])('%j is refused', (args, sentence) => {
    expect(read(args)).toMatchObject({ problem: expect.stringContaining(sentence) });
  });
});
