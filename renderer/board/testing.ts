import type { Card, MarkedClients } from '../../shared/contract/board.ts';
import type { CardVerdict } from '../../shared/contract/client-health.ts';
import type { CallOutput } from '../../shared/contract/contract.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import type { Bridge } from '../api.ts';
import { cardWith } from '../ui/test-data.ts';
import { forgetBoard } from './board-store.ts';
import { useCarry } from './carry-store.ts';
import { forgetMarks } from './mark-store.ts';
import { forgetVerdicts } from './verdict-store.ts';

export function cardAt(name: string, stage: string, place: string, more: Partial<Card> = {}): Card {
  return cardWith({ id: name.replaceAll(' ', '-'), name, stage, place, ...more });
}

/** `Steady 1`, `Steady 2` and so on, top to bottom. */
export function manyAt(name: string, stage: string, count: number): readonly Card[] {
  return Array.from({ length: count }, (_, index) =>
    cardAt(`${name} ${index + 1}`, stage, `a${String(index).padStart(4, '0')}V`),
  );
}

export interface Sent {
  readonly name: string;
  readonly input: Readonly<Record<string, unknown>>;
}

export interface Server {
  /** Every call but the loads and the keeping of words, in the order they came. */
  readonly sent: Sent[];
  /** Refuses moves and what follows them from now on. */
  refuse: ErrorCode | null;
  /** Refuses loads from now on. */
  refuseLoads: ErrorCode | null;
  /** Codes of the exit lines that a move to another stage leaves unmarked. */
  unmetExits: readonly string[];
  /** Limits that a move to another stage goes over. */
  overLimit: CallOutput<'board.moveClient'>['overLimit'];
  /** Refuses to tell of verdicts from now on. */
  refuseVerdicts: ErrorCode | null;
  /** Answers the questions about verdicts that wait; by default none has to. */
  holdVerdicts: boolean;
  readonly answerVerdicts: () => void;
  /** How often it was asked about verdicts. */
  askedForVerdicts: number;
  /** Of whom the main process has doubts. */
  verdicts: readonly CardVerdict[];
  /** The signals that are true of the clients. */
  marks: readonly MarkedClients[];
  /** How the board was looked at last. */
  readonly keptViews: unknown[];
  /** Answers the moves that wait; by default none has to. */
  holdMoves: boolean;
  readonly answerOne: () => void;
  /** Tells of new verdicts. */
  readonly judge: (verdicts: readonly CardVerdict[]) => void;
  /** Moves a card as an undo or another window would, and tells of it. */
  readonly moveBehind: (clientId: string, stage: string) => void;
  readonly deleteBehind: (clientId: string) => void;
}

/** Stands in for the main process: it has these cards and puts a moved one where it was asked to. */
export function serve(cards: readonly Card[]): Server {
  forgetBoard();
  forgetVerdicts();
  forgetMarks();
  useCarry.setState({ carry: null, current: null, landed: null });
  let saved = [...cards];
  let revision = 1;
  const waiting: (() => void)[] = [];
  const waitingForVerdicts: (() => void)[] = [];
  const listeners = new Set<Parameters<Bridge['onChanged']>[0]>();
  const tell: Parameters<Bridge['onChanged']>[0] = (changed) => listeners.forEach((listener) => listener(changed));
  const changeBehind = (next: Card[]) => {
    saved = next;
    revision += 1;
    tell({ revision, areas: ['board'] });
  };
  const server: Server = {
    sent: [],
    refuse: null,
    refuseLoads: null,
    holdMoves: false,
    unmetExits: [],
    overLimit: [],
    verdicts: [],
    refuseVerdicts: null,
    holdVerdicts: false,
    answerVerdicts: () => waitingForVerdicts.splice(0).forEach((answer) => answer()),
    askedForVerdicts: 0,
    marks: [],
    keptViews: [],
    answerOne: () => waiting.shift()?.(),
    judge: (verdicts) => {
      server.verdicts = verdicts;
      tell({ revision, areas: ['health'] });
    },
    moveBehind: (clientId, stage) =>
      changeBehind(saved.map((card) => (card.id === clientId ? { ...card, stage } : card))),
    deleteBehind: (clientId) => changeBehind(saved.filter(({ id }) => id !== clientId)),
  };
  const move = async (input: Readonly<Record<string, unknown>>) => {
    if (server.holdMoves) await new Promise<void>((resolve) => waiting.push(resolve));
    if (server.refuse !== null) return { ok: false, code: server.refuse, message: '' };
    const before = saved.find((card) => card.id === input['clientId']) ?? cardAt('Nobody', 'stable', 'a0');
    const above = saved.find((card) => card.id === input['after'])?.place ?? 'Z';
    const card = { ...before, stage: String(input['stage']), place: `${above}V` };
    saved = saved.map((each) => (each.id === card.id ? card : each));
    revision += 1;
    const stageChangeId = before.stage === card.stage ? null : 'change';
    return {
      ok: true,
      value: {
        revision,
        card,
        fromStage: before.stage,
        stageChangeId,
        overLimit: server.overLimit,
        unmetExits: server.unmetExits,
      },
    };
  };
  const verdicts = async () => {
    server.askedForVerdicts += 1;
    if (server.holdVerdicts) await new Promise<void>((resolve) => waitingForVerdicts.push(resolve));
    if (server.refuseVerdicts !== null) return { ok: false, code: server.refuseVerdicts, message: '' };
    return { ok: true, value: { revision, verdicts: server.verdicts } };
  };
  const call = async (name: string, input: Readonly<Record<string, unknown>>) => {
    if (name === 'board.load') {
      if (server.refuseLoads !== null) return { ok: false, code: server.refuseLoads, message: '' };
      return { ok: true, value: { revision, cards: saved } };
    }
    if (name === 'health.verdicts') return verdicts();
    if (name === 'board.marks') return { ok: true, value: { revision, marks: server.marks } };
    if (name === 'board.view') return { ok: true, value: { view: null } };
    if (name === 'board.keepView') {
      server.keptViews.push(input['view']);
      return { ok: true, value: {} };
    }
    if (name === 'safety.keptWords') return { ok: true, value: { kept: [] } };
    if (name !== 'safety.keepWords' && name !== 'safety.forgetWords') server.sent.push({ name, input });
    if (name === 'board.moveClient') return move(input);
    if (server.refuse !== null) return { ok: false, code: server.refuse, message: '' };
    if (name === 'handoff.comeBack') return move({ ...input, stage: 'acquaintance' });
    return { ok: true, value: {} };
  };
  const nothing = () => () => {};
  const onChanged: Bridge['onChanged'] = (listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  Object.defineProperty(window, 'rapport', {
    configurable: true,
    value: { call, onChanged, onCommand: nothing, zoom: nothing, platform: 'linux' },
  });
  return server;
}
