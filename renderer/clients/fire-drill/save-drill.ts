import { msg } from '@lingui/core/macro';
import type { Language } from '../../../shared/language.ts';
import { call } from '../../api.ts';
import { showProblem, showToast } from '../../ui/toast.ts';
import { i18n } from '../../ui/words.ts';
import { type DrillChoices, requestOf } from './use-drill.ts';

/** Asks where to, writes the plan there with boxes to tick and what each step lacks, and says so. */
export async function saveDrill(choices: DrillChoices, language: Language): Promise<void> {
  const { clientId } = choices;
  try {
    const { saved } = await call('handoff.exportDrill', { ...requestOf(choices), language });
    if (saved === null) return;
    const { fileName } = saved;
    const reveal = () => void call('handoff.revealDrill', { clientId }).catch(showProblem);
    showToast({
      text: i18n.t(msg`Saved: ${fileName}`),
      actions: [{ label: i18n.t(msg`Show in folder`), run: reveal }],
    });
  } catch (problem) {
    showProblem(problem, [{ label: i18n.t(msg`Choose another name`), run: () => void saveDrill(choices, language) }]);
  }
}
