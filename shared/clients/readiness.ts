import type { Day } from '../calendar.ts';
import type { DossierKind } from '../contract/clients.ts';
import { isOurs } from '../our-accounts.ts';
import { type Duties, isPresent } from '../people.ts';

// Could the work be handed over in a month, were it to end today? Not what is done, but what is known and in whose name.

export const readinessChecks = [
  'sets_tasks',
  'accepts_results',
  'technical',
  'how_it_works',
  'agreement',
  'decision',
  'watch',
  'accounts',
  'kept',
  'owners',
  'theirs',
] as const;

export type ReadinessCheck = (typeof readinessChecks)[number];

export interface ReadinessFacts {
  readonly contacts: readonly (Duties & { readonly isTechnical: boolean; readonly leftOn: Day | null })[];
  readonly dossier: readonly { readonly kind: string }[];
  readonly assets: readonly { readonly name: string; readonly whereKept: string; readonly owner: string }[];
  /** How we are called: the agency, and each of its partners. */
  readonly agency: string;
  readonly partners: readonly string[];
}

export interface Gap {
  readonly check: ReadinessCheck;
  /** Names of the accounts it is about. */
  readonly accounts: readonly string[];
}

export interface Readiness {
  /** Those that apply, in their order. */
  readonly checks: readonly ReadinessCheck[];
  readonly done: number;
  readonly of: number;
  readonly gaps: readonly Gap[];
  readonly verdict: 'yes' | 'almost' | 'no';
}

/** From this part of the checks on it would go with some trouble. */
const almostFrom = 0.7;

export function readiness(facts: ReadinessFacts, today: Day): Readiness {
  // What nobody has written down cannot be in the wrong name.
  const checks = readinessChecks.filter((check) => facts.assets.length > 0 || !accountChecks.includes(check));
  const gaps = checks.flatMap((check): readonly Gap[] => {
    const accounts = accountsLacking(check, facts);
    const lacks = accounts === null ? !holds(check, facts, today) : accounts.length > 0;
    return lacks ? [{ check, accounts: accounts ?? [] }] : [];
  });
  const of = checks.length;
  const done = of - gaps.length;
  return { checks, done, of, gaps, verdict: done === of ? 'yes' : done / of >= almostFrom ? 'almost' : 'no' };
}

const lineKinds: readonly DossierKind[] = ['how_it_works', 'agreement', 'decision', 'watch'];

function holds(check: ReadinessCheck, { contacts, dossier, assets }: ReadinessFacts, today: Day): boolean {
  const here = contacts.filter((contact) => isPresent(contact, today));
  switch (check) {
    case 'sets_tasks':
      return here.some(({ setsTasks }) => setsTasks);
    case 'accepts_results':
      return here.some(({ acceptsResults }) => acceptsResults);
    case 'technical':
      return here.some(({ isTechnical }) => isTechnical);
    case 'accounts':
      return assets.length > 0;
    default:
      return lineKinds.some((kind) => kind === check) && dossier.some(({ kind }) => kind === check);
  }
}

const accountChecks: readonly ReadinessCheck[] = ['kept', 'owners', 'theirs'];

/** Null where the check is about no single account. */
function accountsLacking(
  check: ReadinessCheck,
  { assets, agency, partners }: ReadinessFacts,
): readonly string[] | null {
  const named = (lacking: (asset: ReadinessFacts['assets'][number]) => boolean) =>
    assets.filter(lacking).map(({ name }) => name);
  if (check === 'kept') return named(({ whereKept }) => whereKept.trim() === '');
  if (check === 'owners') return named(({ owner }) => owner.trim() === '');
  if (check === 'theirs') return named(({ owner }) => isOurs(owner, agency, partners));
  return null;
}
