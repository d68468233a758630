import { useLingui } from '@lingui/react/macro';
import { Button, Disclosure, DisclosurePanel } from 'react-aria-components';
import { weekdaysCalendar } from '../../shared/content/calendars.ts';
import { projectKindNames, projectKinds } from '../../shared/content/handoff-conditions.ts';
import { successorModes } from '../../shared/contract/handoff.ts';
import { makePlan } from '../../shared/handoff/plan.ts';
import { sectionNames } from '../../shared/handoff/words.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { ToggleChip } from '../ui/chip.tsx';
import { Icon } from '../ui/icon.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { Select } from '../ui/select.tsx';
import { useLanguage, useSession } from '../ui/session.ts';
import styles from './plan-choices.module.css';
import { type Offer, offersOf, type PlanDraft, planRequest, type Start, templateOf } from './plan-draft.ts';
import { reasonWords } from './plan-reasons.ts';
import { successorWord } from './words.ts';

export interface PlanChoicesProps {
  readonly startOn: string;
  readonly start: Start;
  readonly draft: PlanDraft;
  readonly onDraft: (draft: PlanDraft) => void;
}

/** Who takes over and what the project has; quiet, because the usual answer is already there. */
export function PlanChoices(props: PlanChoicesProps) {
  const { startOn, start, draft, onDraft } = props;
  const { t } = useLingui();
  const language = useLanguage();
  const calendar = useSession((session) => session.settings?.calendar ?? weekdaysCalendar);
  const { successor } = draft;
  const { extended } = planRequest(start, draft);
  const template = templateOf(start, draft);
  const planned = template && makePlan({ startOn, successor, extended, calendar, template: template.items });
  const count = (planned?.length ?? 0) + start.facts.accounts.length;
  return (
    <Disclosure className={styles.disclosure ?? ''}>
      <Button slot="trigger" className={styles.trigger ?? ''}>
        <Icon name="right" size={14} className={styles.arrow} />
        {t`Who takes over`}: {successorWord(successor).toLocaleLowerCase(language)}; {t`items in the plan: ${count}`}
      </Button>
      <DisclosurePanel className={styles.panel ?? ''}>
        <p className={styles.label}>{t`Who takes over`}</p>
        <Segmented
          label={t`Who takes over`}
          value={successor}
          onChange={(chosen) => onDraft({ ...draft, successor: chosen })}
          segments={successorModes.map((id) => ({ id, label: successorWord(id) }))}
        />
        <TemplateChoice {...props} />
        <p className={styles.label}>{t`What kind of project it is`}</p>
        <KindChoice {...props} />
        <p className={styles.label}>{t`What the project has`}</p>
        <Offers {...props} />
        <Accounts start={start} />
      </DisclosurePanel>
    </Disclosure>
  );
}

/** Nothing to choose as long as there is only the one that ships. */
function TemplateChoice({ start, draft, onDraft }: PlanChoicesProps) {
  const { t } = useLingui();
  const language = useLanguage();
  if (start.templates.length < 2) return null;
  return (
    <Select
      label={t`Template of the plan`}
      options={start.templates.map(({ id, name }) => ({ id, label: name[language] }))}
      value={templateOf(start, draft)?.id ?? null}
      onChange={(templateId) => onDraft({ ...draft, templateId })}
      className={styles.template}
    />
  );
}

function KindChoice({ draft, onDraft }: PlanChoicesProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const { kinds } = draft;
  return (
    <div className={styles.kinds} role="group" aria-label={t`What kind of project it is`}>
      {projectKinds.map((kind) => (
        <ToggleChip
          key={kind}
          isSelected={kinds.includes(kind)}
          onChange={(isSelected) =>
            onDraft({ ...draft, kinds: isSelected ? [...kinds, kind] : kinds.filter((each) => each !== kind) })
          }
        >
          {projectKindNames[kind][language]}
        </ToggleChip>
      ))}
    </div>
  );
}

function Offers({ start, draft, onDraft }: PlanChoicesProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const sections = Map.groupBy(offersOf(start, draft), ({ item }) => item.section);
  return [...sections].map(([section, offers]) => (
    <div key={section} role="group" aria-label={sectionNames.get(section)?.[language] ?? t`Items of your own`}>
      {offers.map((offer) => (
        <OfferBox
          key={offer.item.code}
          offer={offer}
          onTick={(isTicked) => onDraft({ ...draft, ticked: new Map(draft.ticked).set(offer.item.code, isTicked) })}
        />
      ))}
    </div>
  ));
}

interface OfferProps {
  readonly offer: Offer;
  readonly onTick: (isTicked: boolean) => void;
}

function OfferBox({ offer, onTick }: OfferProps) {
  const language = useLanguage();
  const { item, reason, isTicked } = offer;
  const title = item.title[language] || item.title[language === 'en' ? 'ru' : 'en'];
  return (
    <Checkbox isSelected={isTicked} onChange={onTick} className={styles.item}>
      {title}
      {reason !== null && <span className={styles.reason}>{reasonWords(reason, item.condition, language)}</span>}
    </Checkbox>
  );
}

/** They are not to be unticked: nobody may be left with an account of ours. */
function Accounts({ start }: { readonly start: Start }) {
  const { t } = useLingui();
  const { accounts } = start.facts;
  if (accounts.length === 0) return null;
  const names = accounts.map(({ name }) => name).join(', ');
  return <p className={styles.accounts}>{t`In our name, so each gets an item of its own: ${names}`}</p>;
}
