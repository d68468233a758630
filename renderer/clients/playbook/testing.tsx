import { type Mock, vi } from 'vitest';
import type { Playbook } from '../../../shared/contract/client-playbook.ts';
import type { Contact } from '../../../shared/contract/clients.ts';
import type { Language } from '../../../shared/language.ts';
import type { Stage } from '../../../shared/stage.ts';
import { cardWith, clientPageWith, playbookWith } from '../../ui/test-data.ts';
import { answerBy, show } from '../../ui/testing.tsx';
import { PlaybookTab } from './playbook-tab.tsx';

/** The commands that the tab sent, without their ids. */
export const sent: Mock<(name: string, input: unknown) => void> = vi.fn();

interface Scene {
  readonly stage?: Stage;
  readonly language?: Language;
  readonly runningHandoffId?: string;
  readonly contacts?: readonly Contact[];
}

/** The tab of a client that nobody has opened yet, whose playbook stays as it is. Returns the way to take it away again. */
export function showPlaybook(
  more: Partial<Playbook>,
  { stage = 'acquaintance', language = 'en', runningHandoffId, contacts = [] }: Scene = {},
): () => void {
  sent.mockClear();
  const card = cardWith({ id: crypto.randomUUID(), stage });
  const page = clientPageWith({
    card,
    contacts: [...contacts],
    ...(runningHandoffId === undefined ? {} : { runningHandoffId }),
  });
  answerBy((name, input) => {
    if (name === 'clients.playbook') return { ok: true, value: { playbook: playbookWith(more) } };
    sent(name, input);
    return { ok: true, value: { revision: 2, page } };
  });
  return show(<PlaybookTab page={page} />, language);
}

/** Long ago, so that it is always told with its year. */
export const someDay = '2020-01-15';
export const trial = {
  id: '00000000-0000-4000-8000-0000000000a1',
  startedOn: someDay,
  endsOn: '2020-01-29',
  successSign: 'Seen at six',
  ours: { verdict: '', words: '', givenOn: null },
  theirs: { verdict: '', words: '', givenOn: null },
  revisitOn: null,
  tasks: [],
};
export const request = {
  id: '00000000-0000-4000-8000-0000000000b1',
  askedOn: someDay,
  wish: 'A mobile app',
  limits: '',
  options: [],
  result: '',
  resultOn: null,
  resultWords: '',
};
