import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { TextSize } from '../../shared/contract/settings.ts';
import { call } from '../api.ts';
import { announce } from './announce.ts';
import { useCommands } from './commands.ts';
import { formatFigure } from './format.ts';
import { previewTextSize, takeSettings, useSession } from './session.ts';
import { stepOfTextSize } from './text-size.ts';
import { showProblem } from './toast.ts';
import { i18n } from './words.ts';

/** Takes effect at once, and is kept as soon as there is a file to keep it in. */
export async function chooseTextSize(textSize: TextSize): Promise<void> {
  const { status, textSize: before, language } = useSession.getState();
  const size = formatFigure(language, String(textSize), '%');
  announce(i18n.t(msg`Text size: ${size}`));
  if (textSize === before) return;
  previewTextSize(textSize);
  if (status !== 'ready') return;
  try {
    await takeSettings(() => call('settings.setTextSize', { textSize }));
  } catch (problem) {
    previewTextSize(before);
    showProblem(problem);
  }
}

function step(by: 1 | -1): void {
  void chooseTextSize(stepOfTextSize(useSession.getState().textSize, by));
}

/** Wherever one is, also in a dialog and before the first client. */
export function useTextSizeCommands(): void {
  const { t } = useLingui();
  const everywhere = { section: 'view', isAboveDialogs: true } as const;
  useCommands([
    { ...everywhere, id: 'larger-text', label: t`Larger text`, keys: ['Mod+Equal'], run: () => step(1) },
    { ...everywhere, id: 'smaller-text', label: t`Smaller text`, keys: ['Mod+Minus'], run: () => step(-1) },
    {
      ...everywhere,
      id: 'usual-text',
      label: t`Usual text size`,
      keys: ['Mod+Digit0'],
      run: () => void chooseTextSize(100),
    },
  ]);
}
