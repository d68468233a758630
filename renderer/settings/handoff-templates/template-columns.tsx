import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { conditionFacts } from '../../../shared/content/handoff-conditions.ts';
import type { HandoffTemplateItemView, HandoffTemplateView } from '../../../shared/contract/handoff-templates.ts';
import { handoffWeeks } from '../../../shared/handoff/plan.ts';
import { daysOf } from '../../../shared/handoff/template.ts';
import { weekNames } from '../../../shared/handoff/words.ts';
import type { Language } from '../../../shared/language.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { inLanguage } from '../../ui/note-templates.ts';
import { useLanguage } from '../../ui/session.ts';
import { SideMark } from '../../ui/side-mark.tsx';
import { useFocusBack } from '../../ui/use-focus-back.ts';
import { AddTemplateItem } from './add-template-item.tsx';
import styles from './handoff-templates.module.css';
import { TemplateItemEditor } from './template-item-editor.tsx';
import { useSideWord } from './use-side-word.ts';

export interface ColumnsProps {
  readonly template: HandoffTemplateView;
  readonly language: Language;
}

/** Four weeks as on the page of a handoff. */
export function TemplateColumns({ template, language }: ColumnsProps) {
  const days = daysOf(template.items);
  const dayOf = (item: HandoffTemplateItemView) => days.get(item.code) ?? item.day;
  // An item whose day was changed stays open in its new week.
  const [openCode, setOpenCode] = useState<string | null>(null);
  return (
    <div className={styles.weeks}>
      {handoffWeeks.map((week) => (
        <Week
          key={week.week}
          template={template}
          language={language}
          week={week}
          items={template.items
            .filter((item) => dayOf(item) >= week.firstDay && dayOf(item) <= week.lastDay)
            .toSorted((one, other) => dayOf(one) - dayOf(other))}
          days={days}
          openCode={openCode}
          onOpen={setOpenCode}
        />
      ))}
    </div>
  );
}

interface WeekProps extends ColumnsProps {
  readonly week: (typeof handoffWeeks)[number];
  readonly items: readonly HandoffTemplateItemView[];
  readonly days: ReadonlyMap<string, number>;
  readonly openCode: string | null;
  readonly onOpen: (code: string | null) => void;
}

function Week({ template, language, week, items, days, openCode, onOpen }: WeekProps) {
  const { t } = useLingui();
  const interfaceLanguage = useLanguage();
  const [isAdding, setAdding] = useState(false);
  const plus = useFocusBack(isAdding);
  const name = weekNames[week.week][interfaceLanguage];
  const { firstDay, lastDay } = week;
  return (
    <section className={styles.week} aria-label={name}>
      <header className={styles.weekHead}>
        <h3 className={styles.weekName}>{name}</h3>
        <IconButton
          ref={plus}
          icon="plus"
          size="small"
          label={t`Add an item to “${name}”`}
          onPress={() => setAdding(true)}
        />
        <p className={styles.weekDays}>{t`days ${firstDay} to ${lastDay}`}</p>
      </header>
      {isAdding && (
        <AddTemplateItem template={template} language={language} day={lastDay} onEnd={() => setAdding(false)} />
      )}
      <ul className={styles.items}>
        {items.map((item) => (
          <TemplateRow
            key={item.code}
            template={template}
            language={language}
            item={item}
            day={days.get(item.code) ?? item.day}
            isOpen={item.code === openCode}
            onOpen={(isOpen) => onOpen(isOpen ? item.code : null)}
          />
        ))}
      </ul>
    </section>
  );
}

interface RowProps extends ColumnsProps {
  readonly item: HandoffTemplateItemView;
  /** When it is due in a plan: not before what it waits for. */
  readonly day: number;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
}

function TemplateRow({ template, language, item, day, isOpen, onOpen }: RowProps) {
  const { t } = useLingui();
  const interfaceLanguage = useLanguage();
  const sideWord = useSideWord();
  const button = useFocusBack(isOpen);
  const title = inLanguage(item.title, language, language);
  if (isOpen)
    return (
      <li>
        <TemplateItemEditor template={template} language={language} item={item} day={day} onEnd={() => onOpen(false)} />
      </li>
    );
  const facts = [
    sideWord(item.side),
    t`day ${day}`,
    item.condition === null ? '' : conditionFacts[item.condition].label[interfaceLanguage],
    item.isChanged ? t`changed` : '',
  ];
  return (
    <li>
      <button
        ref={button}
        type="button"
        className={styles.title}
        lang={language}
        aria-label={t`Edit: ${title}`}
        onClick={() => onOpen(true)}
      >
        {title}
      </button>
      <p className={styles.facts}>
        <SideMark side={item.side} />
        {facts.filter((fact) => fact !== '').join(', ')}
      </p>
    </li>
  );
}
