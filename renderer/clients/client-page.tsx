import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect } from 'react';
import type { ClientPage as ClientPageData } from '../../shared/contract/clients.ts';
import { languageOfText } from '../../shared/text-language.ts';
import { call } from '../api.ts';
import { announce } from '../ui/announce.ts';
import { Button } from '../ui/button.tsx';
import { useCommands } from '../ui/commands.ts';
import { EditableText } from '../ui/editable-text.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { sentenceFor } from '../ui/error-sentences.ts';
import { useHeldScroll } from '../ui/held-scroll.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { goBack, navigate, openOverlay, replaceRoute, useNavigation } from '../ui/navigation.ts';
import { usePlaceInColumn, walkTo } from '../ui/neighbours.ts';
import { Page } from '../ui/page.tsx';
import { useStageWords } from '../ui/stage-words.ts';
import { AfterPause, Skeleton } from '../ui/skeleton.tsx';
import { useReturningFocus } from '../ui/way-back.ts';
import { ClientFacts } from './client-facts.tsx';
import { ClientMenu } from './client-menu.tsx';
import styles from './client-page.module.css';
import { change, followClient, useClients } from './client-store.ts';
import { beginOfTabs, ClientTabs, useChosenTab } from './client-tabs.tsx';
import { useLedToPart } from './dossier/dossier-part.ts';
import { Inspector } from './inspector.tsx';

export interface ClientPageProps {
  readonly clientId: string;
  /** Composer and timeline, which belong to the notes. */
  readonly notes: (page: ClientPageData) => ReactNode;
}

/** Mount it anew for another client. */
export function ClientPage({ clientId, notes }: ClientPageProps) {
  const status = useClients((clients) => clients.status);
  const page = useClients((clients) => clients.page);
  const shown = page?.card.id === clientId ? page : null;
  useEffect(() => followClient(clientId), [clientId]);
  useReturningFocus(shown !== null, { preventScroll: true });
  useClientCommands(clientId, shown !== null && shown.runningHandoffId === null && shown.card.stage !== 'ended');
  const name = shown?.card.name ?? '';
  return (
    <Page crumbs={{ here: name }} actions={<ClientActions clientId={clientId} page={shown} />} className={styles.main}>
      {shown !== null && <ClientBody page={shown} notes={notes} />}
      {shown === null && status === 'failed' && <Failure />}
      {shown === null && status === 'loading' && <Loading />}
    </Page>
  );
}

interface ClientBodyProps {
  readonly page: ClientPageData;
  readonly notes: ClientPageProps['notes'];
}

function ClientBody({ page, notes }: ClientBodyProps) {
  const { t } = useLingui();
  const { id, name } = page.card;
  const tab = useChosenTab();
  const isLed = useNavigation(
    ({ route }) => route.name === 'client' && (route.arrival ?? route.record ?? route.part) !== undefined,
  );
  useLedToPart();
  const keepPlace = useHeldScroll({ key: `client ${id} ${tab}`, beginOf: beginOfTabs, isLed });
  return (
    <>
      <div className={styles.scroll} ref={keepPlace}>
        <div className={styles.column}>
          <h1 className={styles.name}>
            <EditableText
              label={t`Name of the client`}
              value={name}
              lang={languageOfText(name)}
              onCommit={(next) =>
                change(
                  (commandId) => call('clients.edit', { commandId, clientId: id, name: next }),
                  t`The client is now called ${next}`,
                )
              }
            />
          </h1>
          <ClientFacts page={page} />
          <ClientTabs page={page} notes={notes} />
        </div>
      </div>
      <Inspector page={page} />
    </>
  );
}

function ClientActions({ clientId, page }: { readonly clientId: string; readonly page: ClientPageData | null }) {
  const { t } = useLingui();
  const words = useStageWords();
  const place = usePlaceInColumn(clientId);
  const where = place === null ? '' : words(place.stage).prepositional;
  return (
    <>
      {place !== null && (
        <span className={styles.place}>
          {/* Not <Trans>: it would look for elements in the partner's own words. */}
          {t`${place.place} of ${place.total} ${where}`}
        </span>
      )}
      {place !== null && (
        <IconButton
          icon="down"
          label={t`Next client`}
          keys="Alt+ArrowDown"
          isDisabled={place.next === null}
          onPress={() => openNeighbour(place.next)}
        />
      )}
      {page !== null && <ClientMenu page={page} />}
    </>
  );
}

/** In the same tab. */
function openNeighbour(clientId: string | null): void {
  if (clientId === null) return;
  const { route } = useNavigation.getState();
  const tab = route.name === 'client' ? route.tab : undefined;
  walkTo(clientId);
  replaceRoute({ name: 'client', clientId, ...(tab === undefined ? {} : { tab }) });
}

function useClientCommands(clientId: string, mayDrill: boolean): void {
  const { t } = useLingui();
  const place = usePlaceInColumn(clientId);
  const walk = (next: string | null, end: string) =>
    place !== null && next === null ? announce(end) : openNeighbour(next);
  useCommands([
    { id: 'back', label: t`Back`, section: 'client', keys: ['Escape'], isHidden: true, run: goBack },
    {
      id: 'next-client',
      label: t`Next client`,
      section: 'client',
      keys: ['Alt+ArrowDown'],
      run: () => walk(place?.next ?? null, t`This is the last client of the column`),
    },
    {
      id: 'previous-client',
      label: t`Previous client`,
      section: 'client',
      keys: ['Alt+ArrowUp'],
      run: () => walk(place?.previous ?? null, t`This is the first client of the column`),
    },
    ...(mayDrill
      ? [
          {
            id: 'fire-drill',
            label: t`Fire drill: could we hand over today?`,
            section: 'client',
            run: () => openOverlay({ name: 'fire-drill', clientId }),
          } as const,
        ]
      : []),
  ]);
}

function Failure() {
  const { t } = useLingui();
  const problem = useClients((clients) => clients.problem);
  return (
    <EmptyState
      title={t`The client could not be read`}
      actions={
        <Button look="primary" size="large" onPress={() => navigate({ name: 'board' })}>
          <Trans>To the board</Trans>
        </Button>
      }
    >
      {sentenceFor(problem)}
    </EmptyState>
  );
}

function Loading() {
  return (
    <AfterPause>
      <div className={styles.loading}>
        <Skeleton height={36} width={320} />
        <Skeleton height={24} width={480} />
        <Skeleton height={44} />
        <Skeleton height={38} />
        <Skeleton height={38} />
      </div>
    </AfterPause>
  );
}
