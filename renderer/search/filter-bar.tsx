import { useLingui } from '@lingui/react/macro';
import { filtersIn, filterSpellings, withFilter, withoutFilter, type FilterName } from '../../shared/search-query.ts';
import { ChipButton } from '../ui/chip.tsx';
import { useToday } from '../ui/clock.ts';
import { FilterChip } from '../ui/filter-chip.tsx';
import { useFilterHints, useFilterWords } from '../ui/search/filter-words.ts';
import { useLanguage } from '../ui/session.ts';
import { WithTooltip } from '../ui/tooltip.tsx';
import styles from './filter-bar.module.css';

const order: readonly FilterName[] = ['client', 'kind', 'after', 'before', 'task', 'open'];

export interface FilterBarProps {
  readonly text: string;
  readonly onText: (text: string) => void;
}

/** The filters that were understood, to be taken away, and those that could be added. */
export function FilterBar({ text, onText }: FilterBarProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const filterWords = useFilterWords();
  const hints = useFilterHints();
  const found = filtersIn(text, useToday());
  const others = order.filter((name) => !found.some((filter) => filter.name === name));
  return (
    <div className={styles.bar} role="group" aria-label={t`Filters`}>
      {found.map((filter) => {
        const words = filterWords(filter);
        return (
          <FilterChip
            key={filter.name}
            words={words}
            label={t`Without the filter “${words}”`}
            onClear={() => onText(withoutFilter(text, filter))}
          />
        );
      })}
      {others.map((name) => {
        const spelling = filterSpellings[language][name];
        return (
          <WithTooltip key={name} text={hints[name]}>
            <ChipButton look="dashed" onPress={() => onText(withFilter(text, spelling))}>
              {spelling}
            </ChipButton>
          </WithTooltip>
        );
      })}
    </div>
  );
}
