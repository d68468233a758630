import type { ReactNode } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { classNames } from './class-names.ts';
import styles from './radio-card.module.css';

export interface RadioCardsProps<Id extends string> {
  /** Names the group for screen readers. */
  readonly label: string;
  readonly isLabelShown?: boolean;
  readonly value: Id;
  readonly onChange: (id: Id) => void;
  readonly cards: readonly RadioCard<Id>[];
}

export interface RadioCard<Id extends string> {
  readonly id: Id;
  readonly title: string;
  readonly text?: ReactNode;
  readonly isDisabled?: boolean;
}

export function RadioCards<Id extends string>(props: RadioCardsProps<Id>) {
  const { label, isLabelShown = false, value, onChange, cards } = props;
  return (
    <RadioGroup
      className={styles.group ?? ''}
      value={value}
      onChange={(id) => {
        const card = cards.find((each) => each.id === id);
        if (card !== undefined) onChange(card.id);
      }}
      {...(isLabelShown ? {} : { 'aria-label': label })}
    >
      {isLabelShown && <Label className={styles.label ?? ''}>{label}</Label>}
      {cards.map(({ id, title, text, isDisabled = false }) => (
        <Radio key={id} value={id} isDisabled={isDisabled} className={classNames(styles.card)}>
          <span className={styles.dot} aria-hidden="true" />
          <span className={styles.words}>
            <span className={styles.title}>{title}</span>
            {text !== undefined && <span className={styles.text}>{text}</span>}
          </span>
        </Radio>
      ))}
    </RadioGroup>
  );
}
