import { useEffect, useState } from 'react';
import type { CallOutput } from '../../shared/contract/contract.ts';
import { signalsForStage } from '../../shared/signal-order.ts';
import { call, onChanged } from '../api.ts';
import { useLanguage } from '../ui/session.ts';
import { useOwnStages } from '../ui/stage-words.ts';
import { lookOf } from '../ui/signal-words.ts';
import type { SignalOption } from './editor/signal-list.ts';

export type ClientSignals = Omit<CallOutput<'clients.signals'>, 'revision'>;

const nothing: ClientSignals = { stage: '', marks: [], dismissed: [] };

/** What is marked on a client and still true; nothing until it is read, and where there is no client. */
export function useSignals(clientId: string): ClientSignals {
  const [signals, setSignals] = useState(nothing);
  useEffect(() => {
    if (clientId === '') return undefined;
    let turn = 0;
    let isOpen = true;
    const read = async () => {
      turn += 1;
      const mine = turn;
      try {
        const { stage, marks, dismissed } = await call('clients.signals', { clientId });
        if (isOpen && mine === turn) setSignals({ stage, marks, dismissed });
      } catch {
        // A note can be written without them.
      }
    };
    void read();
    const stop = onChanged(({ areas }) => {
      if (areas.includes('records')) void read();
    });
    return () => {
      isOpen = false;
      stop();
    };
  }, [clientId]);
  return signals;
}

/** What may still be marked, in the words of the catalogue; nothing where there is no client. */
export function useSignalOptions({ stage, marks }: ClientSignals): readonly SignalOption[] {
  const language = useLanguage();
  const own = useOwnStages();
  if (stage === '') return [];
  const { first, others } = signalsForStage(
    stage,
    marks.map(({ code }) => code),
    own,
  );
  return [...first, ...others].map(({ code, label }) => ({ code, label: label[language], look: lookOf(code) }));
}
