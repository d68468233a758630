import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useId, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { ToggleChip } from '../ui/chip.tsx';
import { useCommands } from '../ui/commands.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { smallWindow, useMedia } from '../ui/media.ts';
import { Popover } from '../ui/popover.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { Select } from '../ui/select.tsx';
import { filterByPartner, useLanguage, usePartners, useSession } from '../ui/session.ts';
import { labelOf, lookOf, signalIcons } from '../ui/signal-words.ts';
import { TextField } from '../ui/text-field.tsx';
import { useBoard } from './board-store.ts';
import { focusCard } from './carry-store.ts';
import styles from './filter-menu.module.css';
import { shelfOfEnded } from './ended-shelf.tsx';
import { isFiltered } from './lens.ts';
import { useFreshMarks, useMarks } from './mark-store.ts';
import { shownColumns, tabStopOf } from './shown.ts';
import { takeFocus } from '../ui/take-focus.ts';
import { changeView, showWhole, useCurrentView, useView } from './view-store.ts';
import { useSortedSentence } from './view-words.ts';

/** Whom the board shows and in which order: everything takes effect at once. */
export function FilterMenu() {
  const { t } = useLingui();
  const isSmall = useMedia(smallWindow);
  const [isOpen, setOpen] = useState(false);
  const isSought = useView((view) => view.signal !== null);
  useFreshMarks(isOpen || isSought);
  useCommands([{ id: 'filter', label: t`Filter`, section: 'board', keys: ['KeyF'], run: () => setOpen(true) }]);
  return (
    <Popover
      label={t`Filter and order of the board`}
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={
        isSmall ? (
          <IconButton icon="filter" label={t`Filter`} keys="KeyF" />
        ) : (
          <Button look="quiet" icon="filter" aria-keyshortcuts="F">{t`Filter`}</Button>
        )
      }
      className={styles.dialog}
    >
      {(close) => (
        <>
          <TextFilter close={close} />
          <PartnerFilter />
          <StateFilter />
          <SignalFilter />
          <Order />
          <ClearAll />
        </>
      )}
    </Popover>
  );
}

function TextFilter({ close }: { readonly close: () => void }) {
  const { t } = useLingui();
  const { text } = useCurrentView();
  return (
    <TextField
      type="search"
      label={t`Name or next step`}
      isLabelHidden
      placeholder={t`Name or next step`}
      icon="search"
      value={text}
      onChange={(typed) => changeView({ text: typed })}
      maxLength={200}
      autoFocus
      onKeyDown={(event) => {
        // Escape empties the field first and closes only then; Enter goes to the first card that is left, or to the shelf.
        if (event.key === 'Escape' && text !== '') return changeView({ text: '' });
        if (event.key !== 'Enter') return event.continuePropagation();
        const shown = shownColumns();
        const first = tabStopOf(shown, null);
        if (first === null && shown.ended.length === 0) return undefined;
        close();
        if (first === null) takeFocus(shelfOfEnded(), true);
        else focusCard(first);
        return undefined;
      }}
    />
  );
}

/** There is nothing to choose in an agency of one. */
function PartnerFilter() {
  const { t } = useLingui();
  const partners = usePartners();
  const filter = useSession((session) => session.partnerFilter);
  if (partners.length < 2) return null;
  return (
    <Group name={t`Whose clients to show`}>
      <div className={styles.chips}>
        <ToggleChip isSelected={filter === null} onChange={() => filterByPartner(null)}>{t`All clients`}</ToggleChip>
        {partners.map(({ id, name }) => (
          <ToggleChip
            key={id}
            isSelected={filter === id}
            onChange={(isSelected) => filterByPartner(isSelected ? id : null)}
          >
            {name}
          </ToggleChip>
        ))}
      </div>
    </Group>
  );
}

function StateFilter() {
  const { t } = useLingui();
  const { onlyFlagged, onlyOverdue, onlyDoubtful } = useCurrentView();
  const isPast = useBoard((board) => board.past !== null);
  return (
    <Group name={t`Only those`}>
      <div className={styles.boxes}>
        <Checkbox isSelected={onlyFlagged} onChange={(value) => changeView({ onlyFlagged: value })}>
          {t`with open red flags`}
        </Checkbox>
        <Checkbox isSelected={onlyOverdue} onChange={(value) => changeView({ onlyOverdue: value })}>
          {t`overdue`}
          <span className={styles.note}>{t`contact over its norm, or the next step late`}</span>
        </Checkbox>
        <Checkbox
          isDisabled={isPast}
          isSelected={onlyDoubtful}
          onChange={(value) => changeView({ onlyDoubtful: value })}
        >
          {t`in doubtful health`}
          <span className={styles.note}>{isPast ? t`known of today alone` : t`at risk, or to keep an eye on`}</span>
        </Checkbox>
      </div>
    </Group>
  );
}

const anySignal = 'any';

/** What is true of somebody on the board now, with how many that is. */
function SignalFilter() {
  const { t } = useLingui();
  const language = useLanguage();
  const { signal } = useCurrentView();
  const marks = useMarks((known) => known.marks);
  const isPast = useBoard((board) => board.past !== null);
  const found = [...(marks ?? [])].map(([code, clients]) => ({ code, count: clients.size }));
  const isMissing = signal !== null && !found.some(({ code }) => code === signal);
  const options = [...(isMissing ? [{ code: signal, count: 0 }] : []), ...found].map(({ code, count }) => ({
    id: code,
    label: labelOf(code, language),
    detail: String(count),
    icon: signalIcons[lookOf(code)],
  }));
  return (
    <Group name={t`Signal`}>
      <Select
        label={t`Signal`}
        isLabelHidden
        className={styles.select}
        isDisabled={isPast || options.length === 0}
        options={[{ id: anySignal, label: t`Any or none` }, ...options]}
        value={signal ?? anySignal}
        onChange={(code) => changeView({ signal: code === anySignal ? null : code })}
      />
      {isPast && <p className={styles.note}>{t`known of today alone`}</p>}
    </Group>
  );
}

function Order() {
  const { t } = useLingui();
  const { sorting } = useCurrentView();
  const sentence = useSortedSentence(sorting);
  return (
    <Group name={t`Order in the columns`}>
      <Segmented
        label={t`Order in the columns`}
        segments={[
          { id: 'own', label: t`As is` },
          { id: 'unseen', label: t`Not seen for a while` },
          { id: 'tenure', label: t`Tenure` },
        ]}
        value={sorting}
        onChange={(id) => changeView({ sorting: id })}
      />
      {sentence !== null && <p className={styles.note}>{sentence}</p>}
    </Group>
  );
}

function ClearAll() {
  const { t } = useLingui();
  const view = useCurrentView();
  const isPlain = !isFiltered(view) && view.sorting === 'own';
  return (
    <div className={styles.foot}>
      <Button size="small" look="quiet" isDisabled={isPlain} onPress={showWhole}>
        {t`Clear all`}
      </Button>
    </div>
  );
}

function Group({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  const id = useId();
  return (
    <section className={styles.group} role="group" aria-labelledby={id}>
      <h3 id={id} className={styles.heading}>
        {name}
      </h3>
      {children}
    </section>
  );
}
