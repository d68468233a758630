import { useLingui } from '@lingui/react/macro';
import { type SignalSide, signalSides } from '../../shared/contract/client-dossier.ts';
import type { Language } from '../../shared/language.ts';
import { signalOf } from '../../shared/signal-order.ts';
import type { ChipTone } from './chip.tsx';
import type { IconName } from './icon-shapes.tsx';
import { useLanguage } from './session.ts';

/** Whose sign it is. */
export function useSideWords(): Readonly<Record<SignalSide, string>> {
  const { t } = useLingui();
  return {
    us: t({ message: 'us', context: 'side of a signal' }),
    client: t({ message: 'client', context: 'side of a signal' }),
    both: t({ message: 'both sides', context: 'side of a signal' }),
  };
}

export function sideFrom(side: string): SignalSide | null {
  return signalSides.find((each) => each === side) ?? null;
}

/** The words of the catalogue; a code that this version does not know stands for itself. */
export function useSignalLabel(code: string): string {
  return labelOf(code, useLanguage());
}

export function labelOf(code: string, language: Language): string {
  return signalOf(code)?.label[language] ?? code;
}

export type SignalLook = 'critical' | 'red' | 'green' | 'neutral';

export function lookOf(code: string): SignalLook {
  const signal = signalOf(code);
  if (signal === null) return 'neutral';
  return signal.isCritical ? 'critical' : signal.polarity;
}

export const signalIcons: Readonly<Record<SignalLook, IconName>> = {
  critical: 'risk',
  red: 'flag',
  green: 'shield',
  neutral: 'watch',
};

/** The colour of the chip of a marked sign. */
export const signalTones: Readonly<Record<SignalLook, Exclude<ChipTone, 'plain'>>> = {
  critical: 'danger',
  red: 'danger',
  green: 'ok',
  neutral: 'warn',
};
