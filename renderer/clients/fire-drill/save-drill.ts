import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Language } from '../../../shared/language.ts';
import { ApiError, call } from '../../api.ts';
import { navigate, type Route } from '../../ui/navigation.ts';
import { showProblem, showToast } from '../../ui/toast.ts';
import { i18n } from '../../ui/words.ts';
import { partOfCheck } from '../dossier/readiness-words.ts';
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
    if (problem instanceof ApiError && problem.code === 'secret_found') return sayWhere(clientId, problem);
    showProblem(problem, [{ label: i18n.t(msg`Choose another name`), run: () => void saveDrill(choices, language) }]);
  }
}

interface SecretPlace {
  readonly found: MessageDescriptor;
  readonly label: MessageDescriptor;
  readonly route: (clientId: string) => Route;
}

const inClient: SecretPlace = {
  found: msg`The client’s name holds what looks like a password or a key. The plan was not saved.`,
  label: msg`Open the client`,
  route: (clientId) => ({ name: 'client', clientId }),
};

const places: Readonly<Record<string, SecretPlace>> = {
  client: inClient,
  account: {
    found: msg`The name of an account holds what looks like a password or a key. The plan was not saved.`,
    label: msg`Open the accounts`,
    route: (clientId) => ({ name: 'client', clientId, tab: 'dossier', part: partOfCheck('accounts') }),
  },
  template: {
    found: msg`A step of the template holds what looks like a password or a key. The plan was not saved.`,
    label: msg`Open the templates`,
    route: () => ({ name: 'settings', section: 'handoff-templates' }),
  },
  agency: {
    found: msg`The agency’s name holds what looks like a password or a key. The plan was not saved.`,
    label: msg`Open the settings`,
    route: () => ({ name: 'settings', section: 'agency' }),
  },
};

/** Another file name mends nothing: what is found must be changed where it stands. */
function sayWhere(clientId: string, { fields }: ApiError): void {
  const [[code, title] = ['client', '']] = Object.entries(fields);
  const { found, label, route } = places[code] ?? inClient;
  showToast({
    text: i18n.t(found),
    detail: title || undefined,
    tone: 'danger',
    actions: [{ label: i18n.t(label), run: () => navigate(route(clientId)) }],
  });
}
