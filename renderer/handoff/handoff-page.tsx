import { useLingui } from '@lingui/react/macro';
import { useEffect, useRef } from 'react';
import type { HandoffPage as Handoff } from '../../shared/contract/handoff.ts';
import { weekOf } from '../../shared/handoff/plan.ts';
import { Button } from '../ui/button.tsx';
import { useCommands } from '../ui/commands.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { sentenceFor } from '../ui/error-sentences.ts';
import { goBack, openOverlay, useNavigation } from '../ui/navigation.ts';
import { Page } from '../ui/page.tsx';
import { useSpot } from '../ui/use-spot.ts';
import { useRememberedScroll, useReturningFocus } from '../ui/way-back.ts';
import { AssetTable } from './asset-table.tsx';
import { CandidateList } from './candidate-list.tsx';
import { DocumentPanel } from './document-panel.tsx';
import { useDocument } from './document-store.ts';
import { ExportButton } from './export-button.tsx';
import { exportDocument } from './export-document.ts';
import { HandoffHead } from './handoff-head.tsx';
import { HandoffMenu } from './handoff-menu.tsx';
import styles from './handoff-page.module.css';
import { followHandoff, loadHandoff, useHandoff } from './handoff-store.ts';
import { Knowledge } from './knowledge.tsx';
import { LoadingHandoff } from './loading.tsx';
import { Retrospective } from './retrospective.tsx';
import { MonthRuler } from './month-ruler.tsx';
import { weekColumns } from './plan-calendar.ts';
import { SecretsDialog } from './secrets-dialog.tsx';
import { WeekColumn } from './week-column.tsx';

export function HandoffPage({ handoffId }: { readonly handoffId: string }) {
  const { t } = useLingui();
  const { status, problem, page } = useHandoff();
  const isReady = status === 'ready' && page?.id === handoffId;
  const stopped = useDocument((state) => state.stopped);
  const rememberScroll = useRememberedScroll(`handoff ${handoffId}`);
  useEffect(() => followHandoff(handoffId), [handoffId]);
  useReturningFocus(isReady);
  useCommands([
    {
      id: 'export-document',
      label: t`Export the handoff document`,
      section: 'handoff',
      keys: ['Mod+KeyE'],
      run: () => void exportDocument(handoffId, 'pdf'),
    },
    {
      id: 'preview-document',
      label: t`Preview of the handoff document`,
      section: 'handoff',
      run: () => openOverlay({ name: 'export', handoffId }),
    },
    { id: 'back', label: t`Back`, section: 'go', keys: ['Escape'], isHidden: true, run: goBack },
  ]);
  if (status === 'failed') {
    return (
      <Page crumbs={{ here: t`Handoff` }}>
        <EmptyState
          title={t`The handoff could not be read`}
          actions={<Button onPress={() => void loadHandoff(handoffId)}>{t`Try again`}</Button>}
        >
          {sentenceFor(problem)}
        </EmptyState>
      </Page>
    );
  }
  if (!isReady) {
    return (
      <Page crumbs={{ here: '' }}>
        <LoadingHandoff />
      </Page>
    );
  }
  return (
    <Page crumbs={{ here: page.client.name }} actions={<Actions page={page} />}>
      <div className={styles.scroll} ref={rememberScroll}>
        <HandoffHead page={page} />
        {page.state === 'closed' && <Retrospective page={page} />}
        <MonthRuler page={page} />
        <Weeks page={page} />
        <div className={styles.lower}>
          <div>
            <AssetTable page={page} />
            <Knowledge page={page} />
          </div>
          <div>
            {page.successor === 'contractor' && <CandidateList page={page} />}
            <DocumentPanel page={page} />
          </div>
        </div>
      </div>
      {stopped !== null && <StoppedExport handoffId={handoffId} />}
    </Page>
  );
}

/** Over the preview the same dialog is opened by the preview itself. */
function StoppedExport({ handoffId }: { readonly handoffId: string }) {
  const stopped = useDocument((state) => state.stopped);
  return stopped === null ? null : <SecretsDialog handoffId={handoffId} what={stopped} />;
}

function Actions({ page }: { readonly page: Handoff }) {
  const { t } = useLingui();
  return (
    <>
      <HandoffMenu page={page} />
      <Button icon="eye" onPress={() => openOverlay({ name: 'export', handoffId: page.id })}>
        {t`Preview`}
      </Button>
      <ExportButton handoffId={page.id} />
    </>
  );
}

function Weeks({ page }: { readonly page: Handoff }) {
  const columns = weekColumns(page);
  const place = useRef<HTMLDivElement>(null);
  const spot = useNavigation(({ route }) => (route.name === 'handoff' ? route.spot : undefined));
  useSpot(place, spot);
  return (
    <div
      className={styles.weeks}
      ref={(element) => {
        place.current = element;
        element?.style.setProperty(
          'grid-template-columns',
          columns.map(({ days }) => `minmax(0, ${days}fr)`).join(' '),
        );
      }}
    >
      {columns.map((column) => (
        <WeekColumn
          key={column.week}
          page={page}
          column={column}
          soughtId={spot?.id ?? null}
          items={page.items.filter((item) => weekOf(page.startOn, item.dueOn) === column.week)}
        />
      ))}
    </div>
  );
}
