import { v7 } from 'uuid';
import type { CallRequest } from '../../../shared/contract/contract.ts';
import type { Language } from '../../../shared/language.ts';
import { boardHandlers } from '../board.ts';
import type { HandlersOf } from '../context.ts';
import { handoffHandlers } from '../handoff.ts';
import { type TestContext, testContext } from '../testing.ts';

type EndRequest = CallRequest<'handoff.end'>;

/** A fresh database on 23 November 2026, and handoffs that began on the 9th. */
export class HandoffScene {
  language: Language = 'en';
  readonly context: TestContext = testContext(() => this.language);

  get calls(): HandlersOf<'handoff'> {
    return handoffHandlers(this.context);
  }

  async client(name = 'Spindle'): Promise<string> {
    const created = await boardHandlers(this.context)['board.createClient']({
      commandId: v7(),
      name,
      stage: 'stagnation',
      sinceOn: '2020-10-20',
    });
    return created.card.id;
  }

  end(clientId: string, change: Partial<EndRequest> = {}) {
    return this.calls['handoff.end']({
      commandId: v7(),
      clientId,
      choice: 'handoff',
      startOn: '2026-11-09',
      successor: 'contractor',
      extended: [],
      reasons: ['budget'],
      reasonText: 'talked in person',
      ...change,
    });
  }

  async started(change: Partial<EndRequest> = {}) {
    const clientId = await this.client();
    const { handoffId } = await this.end(clientId, change);
    if (handoffId === null) throw new Error('no handoff');
    return { clientId, handoffId, page: (await this.calls['handoff.open']({ handoffId })).page };
  }
}
