import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { Kpi } from '../../../shared/contract/client-work.ts';
import { call } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { EditableText } from '../../ui/editable-text.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { Popover } from '../../ui/popover.tsx';
import { useLanguage } from '../../ui/session.ts';
import { useSoughtAmong, useSoughtRecord } from '../../ui/sought-record.ts';
import { carryOut } from '../client-store.ts';
import { FigureFields } from './figure-fields.tsx';
import { FigureLine } from './figure-line.tsx';
import { stateWords, summaryWords, valueWords } from './figure-words.ts';
import { PasteReadings } from './paste-readings.tsx';
import { ReadingForm } from './reading-form.tsx';
import { ReadingList } from './reading-list.tsx';
import styles from './work.module.css';

export interface FigureCardProps {
  readonly kpi: Kpi;
  readonly index: number;
  /** In the partners' order. */
  readonly all: readonly Kpi[];
  readonly lang: string | undefined;
}

/** One number: its line, what it is for, and what was measured. */
export function FigureCard({ kpi, index, all, lang }: FigureCardProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const [isPasting, setPasting] = useState(false);
  const [isListed, setListed] = useState(false);
  useSoughtAmong(
    kpi.readings.map(({ id }) => id),
    () => setListed(true),
  );
  const place = useSoughtRecord<HTMLLIElement>(kpi.id);
  const state = stateWords(kpi);
  const { name } = kpi;
  return (
    <li ref={place} className={styles.figure} aria-label={name}>
      <div className={styles.figureHead}>
        <h3 className={styles.figureName}>
          <EditableText
            label={t`What is measured`}
            value={name}
            lang={lang}
            onCommit={(next) =>
              carryOut(
                (commandId) => call('clients.editKpi', { commandId, kpiId: kpi.id, name: next }),
                t`Figure changed`,
              )
            }
          />
        </h3>
        {state !== null && <Chip tone={state.tone}>{state.words}</Chip>}
        <span className={styles.figureValue}>{valueWords(kpi, language)}</span>
        <FigureMenu kpi={kpi} index={index} all={all} onPaste={() => setPasting(true)} />
      </div>
      <p className={styles.caption}>{summaryWords(kpi, language)}</p>
      <div className={styles.figureBody}>
        <div className={styles.figureLine}>
          <FigureLine kpi={kpi} />
          <div className={styles.figureActions}>
            <Popover
              label={t`New reading`}
              placement="bottom start"
              trigger={
                <Button size="small" icon="plus" aria-label={t`Write down a value: ${name}`}>
                  <Trans>Write down a value</Trans>
                </Button>
              }
            >
              {(close) => <ReadingForm kpi={kpi} onDone={close} />}
            </Popover>
            {kpi.readings.length > 0 && (
              <Button look="quiet" size="small" aria-expanded={isListed} onPress={() => setListed(!isListed)}>
                {isListed ? <Trans>Hide the values</Trans> : <Trans>All values</Trans>}
              </Button>
            )}
          </div>
        </div>
        <FigureFields kpi={kpi} lang={lang} />
      </div>
      {isListed && <ReadingList kpi={kpi} lang={lang} />}
      {isPasting && <PasteReadings kpi={kpi} onClose={() => setPasting(false)} />}
    </li>
  );
}

type FigureMenuProps = Omit<FigureCardProps, 'lang'> & { readonly onPaste: () => void };

function FigureMenu({ kpi, index, all, onPaste }: FigureMenuProps) {
  const { t } = useLingui();
  const { name, id: kpiId } = kpi;
  const move = (after: string | null) =>
    carryOut((commandId) => call('clients.moveKpi', { commandId, kpiId, after }), t`${name} is moved`);
  const remove = () => carryOut((commandId) => call('clients.deleteKpi', { commandId, kpiId }), t`${name} is deleted`);
  return (
    <Menu
      label={t`What to do with the figure`}
      groups={[
        { id: 'readings', entries: [{ id: 'paste', label: t`Paste from a table…`, icon: 'list', onAction: onPaste }] },
        {
          id: 'order',
          entries: [
            {
              id: 'up',
              label: t`Up`,
              ...(index === 0 ? { disabledReason: t({ message: 'it is the first', context: 'figure' }) } : {}),
              onAction: () => void move(all[index - 2]?.id ?? null),
            },
            {
              id: 'down',
              label: t`Down`,
              ...(index === all.length - 1
                ? { disabledReason: t({ message: 'it is the last', context: 'figure' }) }
                : {}),
              onAction: () => void move(all[index + 1]?.id ?? null),
            },
          ],
        },
        {
          id: 'end',
          entries: [
            { id: 'delete', label: t`Delete the figure`, icon: 'trash', tone: 'danger', onAction: () => void remove() },
          ],
        },
      ]}
    >
      <IconButton icon="more" size="small" label={t`More: ${name}`} />
    </Menu>
  );
}
