import { v4 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { callSizeLimit } from '../../shared/contract/contract.ts';
import { AppError } from '../../shared/errors.ts';
import { answer } from './answer.ts';
import { log } from './log.ts';

const logged = vi.spyOn(log, 'error');
beforeEach(() => {
  logged.mockReset().mockImplementation(() => undefined);
});
afterEach(() => {
  logged.mockReset();
});

const nobody = () => ({});
const note = () => ({ commandId: v4(), noteId: v4() });
const discard = (handler: () => Promise<{ revision: number }>) => () => ({ 'notes.discard': handler });

describe('a call', () => {
  it('is handled with its parsed input', async () => {
    const handler = vi.fn(async () => ({ revision: 7 }));
    const input = note();
    expect(await answer(discard(handler), 'notes.discard', { ...input })).toEqual({ ok: true, value: { revision: 7 } });
    expect(handler).toHaveBeenCalledWith(input);
  });

  it('holds no half of a character when it reaches its handler', async () => {
    const handler = vi.fn(async () => Promise.reject(new AppError('conflict', 'seen')));
    const partner = { commandId: v4(), name: 'Vera \ud800' };
    await answer(() => ({ 'settings.addPartner': handler }), 'settings.addPartner', partner);
    expect(handler).toHaveBeenCalledWith({ ...partner, name: 'Vera \ufffd' });
    const suggestion = { commandId: v4(), clientId: v4(), code: 'ours:\ud800' };
    await answer(() => ({ 'clients.dismissSuggestion': handler }), 'clients.dismissSuggestion', suggestion);
    expect(handler).toHaveBeenLastCalledWith({ ...suggestion, code: 'ours:\ufffd' });
  });

  it.each(['notes.burn', 'toString', '__proto__', 7, null, undefined])(
    'that is unknown is refused: %s',
    async (name) => {
      expect(await answer(nobody, name, {})).toMatchObject({ ok: false, code: 'unknown_call' });
    },
  );

  it('is refused over the size limit, and not below it', async () => {
    const quotes = '""'.length;
    expect(await answer(nobody, 'notes.open', 'x'.repeat(callSizeLimit - quotes + 1))).toMatchObject({
      code: 'too_large',
    });
    expect(await answer(nobody, 'notes.open', 'x'.repeat(callSizeLimit - quotes))).toMatchObject({ code: 'bad_input' });
  });

  it('is refused when its input is not plain data', async () => {
    const circle: unknown[] = [];
    circle.push(circle);
    expect(await answer(nobody, 'notes.open', circle)).toMatchObject({ code: 'bad_input' });
    expect(await answer(nobody, 'notes.open', { noteId: 1n })).toMatchObject({ code: 'bad_input' });
    for (const held of [new Map([['x', 'y']]), new Set(['x']), new ArrayBuffer(8), new Error('x')])
      expect(await answer(nobody, 'settings.ping', held)).toMatchObject({ code: 'bad_input' });
    expect(await answer(nobody, 'settings.ping', Object.create(null))).toMatchObject({ code: 'starting' });
    expect(logged).not.toHaveBeenCalled();
  });

  it('is refused by field when its input does not fit', async () => {
    const reply = await answer(nobody, 'notes.discard', { commandId: v4(), noteId: 'Ольха' });
    expect(reply).toMatchObject({ ok: false, code: 'bad_input', fields: { noteId: 'invalid_format' } });
    expect(JSON.stringify(reply)).not.toContain('Ольха');
    expect(await answer(nobody, 'notes.discard', undefined)).toMatchObject({ code: 'bad_input' });
  });

  it('waits for a file to be open', async () => {
    expect(await answer(nobody, 'notes.discard', note())).toMatchObject({ code: 'starting' });
  });

  it('passes a refusal of its handler on', async () => {
    const refusing = discard(() => Promise.reject(new AppError('bad_input', 'no', { noteId: 'gone' })));
    expect(await answer(refusing, 'notes.discard', note())).toEqual({
      ok: false,
      code: 'bad_input',
      message: 'no',
      fields: { noteId: 'gone' },
    });
    expect(logged).not.toHaveBeenCalled();
  });

  it('that meets a bug is refused, and logged without its input', async () => {
    const input = note();
    const broken = discard(() => Promise.reject(new TypeError(`«${input.noteId}»\n    at work`)));
    expect(await answer(broken, 'notes.discard', input)).toEqual({
      ok: false,
      code: 'unexpected',
      message: 'notes.discard failed',
    });
    expect(logged).toHaveBeenCalledExactlyOnceWith(
      'notes.discard',
      expect.stringMatching(/^TypeError\n +at .*answer\.test\.ts/),
    );
    expect(JSON.stringify(logged.mock.calls)).not.toContain(input.noteId);
    expect(JSON.stringify(logged.mock.calls)).not.toContain('at work');
    const thrown = discard(() => Promise.reject(input));
    expect(await answer(thrown, 'notes.discard', input)).toMatchObject({ code: 'unexpected' });
    expect(logged).toHaveBeenLastCalledWith('notes.discard', 'not an error');
  });
});
