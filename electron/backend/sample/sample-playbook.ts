import type {
  auditTopics,
  insightKinds,
  insightStates,
  planAnswers,
  requestResults,
  verdicts,
} from '../../../shared/contract/client-playbook.ts';
import type { Words } from '../../../shared/language.ts';
import type { Ago } from './sample-client.ts';

export interface SampleVerdict {
  readonly verdict: (typeof verdicts)[number];
  readonly words: Words;
  readonly ago: Ago;
}

export interface SampleTrial {
  readonly ago: Ago;
  readonly endsInDays: number;
  readonly successSign: Words;
  readonly done?: readonly Words[];
  /** The client's next step is a task of the trial. */
  readonly holdsStep?: boolean;
  readonly ours?: SampleVerdict;
  readonly theirs?: SampleVerdict;
  readonly revisitInDays?: number;
}

export interface SampleRequest {
  readonly ago: Ago;
  readonly wish: Words;
  readonly limits: Words;
  readonly options: readonly Words[];
  /** The position of the option that was taken. */
  readonly chosen?: number;
  readonly result?: { readonly is: (typeof requestResults)[number]; readonly words: Words; readonly ago: Ago };
}

/** What the playbook of a made-up client holds. */
export interface SamplePlaybook {
  readonly impression?: { readonly words: Words; readonly ago: Ago };
  readonly answers?: readonly {
    readonly code: string;
    readonly ago: Ago;
    readonly words?: Words;
    /** Lines are ticked, questions are not. */
    readonly done?: boolean;
  }[];
  readonly trial?: SampleTrial;
  readonly lever?: Words;
  readonly audit?: readonly {
    readonly topic: (typeof auditTopics)[number];
    readonly score: number | null;
    readonly evidence: Words;
    readonly question?: Words;
  }[];
  readonly intents?: readonly {
    readonly ago: Ago;
    readonly hasPlan: (typeof planAnswers)[number];
    readonly saidBy: Words;
    readonly words: Words;
  }[];
  readonly requests?: readonly SampleRequest[];
  readonly insights?: readonly {
    readonly kind: (typeof insightKinds)[number];
    readonly title: Words;
    readonly ago: Ago;
    readonly state: (typeof insightStates)[number];
    readonly isBeyondContract?: boolean;
  }[];
}
