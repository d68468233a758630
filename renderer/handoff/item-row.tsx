import { useLingui } from '@lingui/react/macro';
import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import type { HandoffItem, HandoffPage } from '../../shared/contract/handoff.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { leaveForms } from '../ui/leave-forms.ts';
import { takeFocus } from '../ui/take-focus.ts';
import { useFocusBack } from '../ui/use-focus-back.ts';
import { EvidenceForm } from './evidence-form.tsx';
import { useIsRunning } from './handoff-store.ts';
import { focusLanded, useItemCarry } from './item-carry-store.ts';
import { ItemEditor } from './item-editor.tsx';
import { ItemFacts } from './item-facts.tsx';
import { ItemMenu } from './item-menu.tsx';
import styles from './item-row.module.css';
import { tickItem } from './items.ts';

/** Id of the sentence that tells how to pick an item up. */
export const carryHintId = 'item-carry-hint';

export interface ItemRowProps {
  readonly page: HandoffPage;
  readonly item: HandoffItem;
}

interface RowProps extends ItemRowProps {
  /** Whether it can be carried to another week from here. */
  readonly isCarried?: boolean;
  /** It stands under the name of who does it. */
  readonly isWhoSaid?: boolean;
  readonly onTouched?: () => void;
}

/** One step: a box to tick, its words, who and when. Enter or a click on the words edits it where it stands. */
export function ItemRow({ page, item, isCarried = false, isWhoSaid = false, onTouched = () => {} }: RowProps) {
  const { t } = useLingui();
  const isRunning = useIsRunning();
  const [mode, setMode] = useState<'shown' | 'edited' | 'proved'>('shown');
  const title = useFocusBack(mode !== 'shown');
  const carriedBy = useItemCarry(({ carry }) => (carry?.itemId === item.id ? carry.by : undefined));
  useLanding(item.id, title);
  const isDone = item.state === 'done';
  const end = () => setMode('shown');
  const row = useRef<HTMLLIElement>(null);
  const leave = (next: () => void) => {
    if (row.current !== null) leaveForms(row.current, next);
  };
  const edit = () =>
    leave(() => {
      onTouched();
      setMode('edited');
    });

  const tick = (isSelected: boolean) => {
    onTouched();
    if (isSelected && item.isMandatory && item.evidence.trim() === '') setMode('proved');
    else void tickItem(page, item, isSelected);
  };

  const isResting = isCarried && mode === 'shown';
  if (mode === 'edited') {
    return (
      <li>
        <ItemEditor page={page} item={item} onEnd={end} />
      </li>
    );
  }
  return (
    <li
      ref={row}
      className={styles.item}
      data-item={item.id}
      data-done={isDone ? '' : undefined}
      data-state={item.state}
      data-carried-by={carriedBy}
      draggable={isResting}
    >
      <div className={styles.row}>
        <Checkbox isSelected={isDone} onChange={tick} isReadOnly={!isRunning} aria-label={item.title} />
        <div className={styles.words}>
          {isRunning ? (
            <button
              ref={title}
              type="button"
              className={styles.title}
              aria-label={t`Edit: ${item.title}`}
              aria-describedby={isResting ? carryHintId : undefined}
              data-item-heading={isResting ? item.id : undefined}
              onClick={edit}
            >
              {item.title}
            </button>
          ) : (
            <p className={styles.title}>{item.title}</p>
          )}
          <ItemFacts page={page} item={item} isWhoSaid={isWhoSaid} />
        </div>
        {isRunning && <ItemMenu page={page} item={item} onEdit={edit} leave={leave} />}
      </div>
      {mode === 'proved' && <EvidenceForm page={page} item={item} onEnd={end} />}
    </li>
  );
}

/** What has just been moved keeps the focus, though it stands elsewhere now. */
function useLanding(itemId: string, title: RefObject<HTMLElement | null>): void {
  const isDue = useItemCarry(({ landed, isFocusDue }) => isFocusDue && landed?.itemId === itemId);
  useLayoutEffect(() => {
    if (!isDue) return;
    takeFocus(title.current, useItemCarry.getState().landed?.isFocusSeen ?? true);
    focusLanded();
  }, [isDue, title]);
}
