import type { Asset } from '../contract/handoff.ts';
import type { Words } from '../language.ts';
import { isOurs } from '../our-accounts.ts';
import { dueOn, makePlan, type PlanItem, type PlanOptions } from './plan.ts';

// Every account that stands in our name gets an item of its own: to put it in the client's name.

type Account = Pick<Asset, 'id' | 'name' | 'owner' | 'admin' | 'payer' | 'heldBy' | 'goesTo'>;

export interface OurNames {
  readonly agency: string;
  readonly partners: readonly string[];
}

/**
 * Where nobody says whose it is, who holds it or pays tells. What stays where it is needs no item; what moved in an earlier handoff moves again where it is ours
 * still.
 */
export function accountsToTransfer<Each extends Account>(
  assets: readonly Each[],
  { agency, partners }: OurNames,
): readonly Each[] {
  return assets.filter(
    (account) => account.goesTo !== 'stays' && namesOf(account).some((who) => isOurs(who, agency, partners)),
  );
}

function namesOf({ owner, admin, heldBy, payer }: Account): readonly string[] {
  return owner.trim() === '' && admin.trim() === '' ? [heldBy, payer] : [owner, admin];
}

export function transferTitle(name: string): Words {
  return { en: `Move the account out of our name: ${name}`, ru: `Переоформить аккаунт с нас: ${name}` };
}

/** Where accounts may not be named. */
export const namelessTransfer: Words = {
  en: 'Move an account out of our name',
  ru: 'Переоформить аккаунт с нас',
};

export const transferEvidence: Words = {
  en: 'new owner and admin, date; never the password',
  ru: 'новый владелец и админ, дата; никогда не пароль',
};

/** The step that finds the accounts. */
export const marking = 'B3';

/** Due with the item that finds them. */
export function transferItems(
  accounts: readonly Pick<Account, 'id' | 'name'>[],
  options: PlanOptions,
): readonly PlanItem[] {
  const { startOn, calendar } = options;
  const finding = makePlan(options).find(({ code }) => code === marking);
  const day = finding?.day ?? 4;
  const when = {
    day,
    dueOn: finding?.dueOn ?? dueOn(startOn, day, calendar),
    isAfterFinding: finding !== undefined,
  };
  return accounts.map((account) => transferItem(account, when));
}

/** Of one account, due when it is said to be. */
export function transferItem(
  { id, name }: Pick<Account, 'id' | 'name'>,
  { isAfterFinding, ...when }: Pick<PlanItem, 'day' | 'dueOn'> & { readonly isAfterFinding: boolean },
): PlanItem {
  return {
    code: id,
    assetId: id,
    section: 'D',
    title: transferTitle(name),
    evidenceHint: transferEvidence,
    ownTitle: null,
    ownEvidence: null,
    side: 'agency',
    ...when,
    isMandatory: true,
    after: isAfterFinding ? [marking] : [],
  };
}
