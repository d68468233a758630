import { useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import type { ArchiveEntry } from '../../shared/contract/handoff.ts';
import { tenure } from '../../shared/tenure.ts';
import { holdsAll, typedWords } from '../../shared/typed-words.ts';
import { languageOfText } from '../../shared/text-language.ts';
import { Button } from '../ui/button.tsx';
import { useToday } from '../ui/clock.ts';
import { comeBack } from '../ui/come-back.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { sentenceFor } from '../ui/error-sentences.ts';
import { formatDay } from '../ui/format.ts';
import { navigate, type Route, useNavigation } from '../ui/navigation.ts';
import { Page } from '../ui/page.tsx';
import { useLanguage, useSession } from '../ui/session.ts';
import { TextField } from '../ui/text-field.tsx';
import { useReturningFocus } from '../ui/way-back.ts';
import { followArchive, loadArchive, useArchive } from './archive-store.ts';
import styles from './list-page.module.css';
import { LoadingList } from './loading.tsx';

/** Clients we have parted with: how long they were with us, when and why it ended. */
export function ArchivePage() {
  const { t } = useLingui();
  const { status, problem, entries } = useArchive();
  const filter = useSession((session) => session.partnerFilter);
  const [text, setText] = useState(() => textOf(useNavigation.getState().route));
  const own = entries.filter(({ card }) => filter === null || card.partnerId === filter);
  const words = typedWords(text);
  const shown = own.filter(({ card, reason }) => holdsAll(`${card.name} ${reason}`, words));
  useEffect(followArchive, []);
  useReturningFocus(status === 'ready');
  return (
    <Page title={t`Archive`} isFilteredByPartner>
      {status === 'loading' && <LoadingList />}
      {status === 'failed' && (
        <EmptyState
          title={t`The archive could not be read`}
          actions={<Button onPress={() => void loadArchive()}>{t`Try again`}</Button>}
        >
          {sentenceFor(problem)}
        </EmptyState>
      )}
      {status === 'ready' && own.length === 0 && (
        <EmptyState title={t`The archive is empty`}>
          {t`Clients you have parted with stay here with all their notes.`}
        </EmptyState>
      )}
      {own.length > 0 && (
        <div className={styles.group}>
          <TextField
            type="search"
            label={t`Search in the archive`}
            isLabelHidden
            placeholder={t`Name or reason`}
            icon="search"
            value={text}
            onChange={setText}
            className={styles.search}
          />
          {shown.length === 0 && <p className={styles.none}>{t`Nothing about “${text}” in the archive`}</p>}
          <ul className={styles.archive} aria-label={t`Archive`}>
            {shown.map((entry) => (
              <li key={entry.card.id} className={styles.row}>
                <Row entry={entry} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </Page>
  );
}

function textOf(route: Route): string {
  return route.name === 'archive' ? (route.text ?? '') : '';
}

function Row({ entry }: { readonly entry: ArchiveEntry }) {
  const { t } = useLingui();
  const language = useLanguage();
  const today = useToday();
  const { card, endedOn, reason, handoffId } = entry;
  const { name } = card;
  const withUs = tenure(card.sinceOn, endedOn ?? today, language);
  const ended = endedOn === null ? '' : formatDay(language, endedOn, today);
  return (
    <>
      <div className={styles.words}>
        <button
          type="button"
          className={styles.name}
          lang={languageOfText(name)}
          data-focus-key={`client ${card.id}`}
          onClick={() => navigate({ name: 'client', clientId: card.id })}
        >
          {name}
        </button>
        {reason !== '' && <p className={styles.reason}>{reason}</p>}
        <Outcome entry={entry} />
      </div>
      <p className={styles.facts}>{t`${withUs} with us`}</p>
      <p className={styles.facts}>{ended === '' ? '' : t`until ${ended}`}</p>
      <div className={styles.buttons}>
        {handoffId !== null && (
          <Button size="small" look="quiet" onPress={() => navigate({ name: 'handoff', handoffId })}>
            {t`Handoff`}
          </Button>
        )}
        <Button size="small" aria-label={t`${name}: they came back`} onPress={() => void comeBack(entry.card.id)}>
          {t`They came back`}
        </Button>
      </div>
    </>
  );
}

/** How the month came out, and what we know of their coming back. */
function Outcome({ entry: { isPromiseKept, wouldReturn } }: { readonly entry: ArchiveEntry }) {
  const { t } = useLingui();
  const returns: Readonly<Record<string, string>> = {
    yes: t`would come back`,
    perhaps: t`might come back`,
    no: t`would not come back`,
  };
  const known = returns[wouldReturn];
  if (isPromiseKept === null && known === undefined) return null;
  return (
    <p className={styles.facts}>
      {isPromiseKept !== null && (
        <span>{isPromiseKept ? t`handed over within the month` : t`the promise of a month was not kept`}</span>
      )}
      {known !== undefined && <span>{known}</span>}
    </p>
  );
}
