import type { Card } from '../../shared/contract/board.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import { forgetBoard } from './board-store.ts';
import { useCarry } from './carry-store.ts';

export function cardWith(name: string, stage: string, place: string, more: Partial<Card> = {}): Card {
  return {
    id: name.replaceAll(' ', '-'),
    name,
    stage,
    place,
    partnerId: null,
    sinceOn: '2020-01-15',
    lastTouchAt: null,
    contactNormDays: null,
    nextStep: null,
    openFlags: 0,
    handoff: null,
    isSample: false,
    ...more,
  };
}

export interface Sent {
  readonly name: string;
  readonly input: Readonly<Record<string, unknown>>;
}

export interface Server {
  /** Every call but the loads, in the order they came. */
  readonly sent: Sent[];
  /** Refuses moves from now on. */
  refuse: ErrorCode | null;
  /** Answers the moves that wait; by default none has to. */
  holdMoves: boolean;
  readonly answerOne: () => void;
}

/** Stands in for the main process: it has these cards and puts a moved one where it was asked to. */
export function serve(cards: readonly Card[]): Server {
  forgetBoard();
  useCarry.setState({ carry: null, current: null, landed: null });
  let saved = [...cards];
  let revision = 1;
  const waiting: (() => void)[] = [];
  const server: Server = { sent: [], refuse: null, holdMoves: false, answerOne: () => waiting.shift()?.() };
  const move = async (input: Readonly<Record<string, unknown>>) => {
    if (server.holdMoves) await new Promise<void>((resolve) => waiting.push(resolve));
    if (server.refuse !== null) return { ok: false, code: server.refuse, message: '' };
    const before = saved.find((card) => card.id === input['clientId']) ?? cardWith('Nobody', 'stable', 'a0');
    const above = saved.find((card) => card.id === input['after'])?.place ?? 'Z';
    const card = { ...before, stage: String(input['stage']), place: `${above}V` };
    saved = saved.map((each) => (each.id === card.id ? card : each));
    revision += 1;
    const stageChangeId = before.stage === card.stage ? null : 'change';
    return { ok: true, value: { revision, card, fromStage: before.stage, stageChangeId, overLimit: [] } };
  };
  const call = async (name: string, input: Readonly<Record<string, unknown>>) => {
    if (name === 'board.load') return { ok: true, value: { revision, cards: saved } };
    server.sent.push({ name, input });
    return name === 'board.moveClient' ? move(input) : { ok: true, value: {} };
  };
  const nothing = () => () => {};
  Object.defineProperty(window, 'rapport', {
    configurable: true,
    value: { call, onChanged: nothing, onCommand: nothing, platform: 'linux' },
  });
  return server;
}
