import { useLingui } from '@lingui/react/macro';
import { useEffect, useRef, useState } from 'react';
import type { HandoffPage as Handoff } from '../../shared/contract/handoff.ts';
import { Button } from '../ui/button.tsx';
import { useCommands } from '../ui/commands.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { sentenceFor } from '../ui/error-sentences.ts';
import { leaveForms } from '../ui/leave-forms.ts';
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
import { HandoffHead, type PlanView } from './handoff-head.tsx';
import { HandoffMenu } from './handoff-menu.tsx';
import styles from './handoff-page.module.css';
import { followHandoff, loadHandoff, useHandoff } from './handoff-store.ts';
import { Knowledge } from './knowledge.tsx';
import { LoadingHandoff } from './loading.tsx';
import { Retrospective } from './retrospective.tsx';
import { MonthRuler } from './month-ruler.tsx';
import { MonthWeeks } from './month-weeks.tsx';
import { SecretsDialog } from './secrets-dialog.tsx';
import { WaitsView } from './waits-view.tsx';

export function HandoffPage({ handoffId }: { readonly handoffId: string }) {
  const { t } = useLingui();
  const { status, problem, page } = useHandoff();
  const isReady = status === 'ready' && page?.id === handoffId;
  const stopped = useDocument((state) => state.stopped);
  const [view, setView] = usePlanView(handoffId);
  const plan = useRef<HTMLDivElement>(null);
  const chooseView = (chosen: PlanView) => {
    if (plan.current !== null) leaveForms(plan.current, () => setView(chosen));
  };
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
    ...(isReady && page.state === 'running' && page.successor === 'contractor'
      ? [
          {
            id: 'brief',
            label: t`Brief for candidates`,
            section: 'handoff',
            run: () => openOverlay({ name: 'brief', handoffId }),
          } as const,
        ]
      : []),
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
        <HandoffHead page={page} view={view} onView={chooseView} />
        {page.state === 'closed' && <Retrospective page={page} />}
        <MonthRuler page={page} />
        <div ref={plan}>{view === 'waits' ? <WaitsView page={page} /> : <MonthWeeks page={page} />}</div>
        <Lower page={page} />
      </div>
      {stopped !== null && <StoppedExport handoffId={handoffId} />}
    </Page>
  );
}

/** What is handed over, to whom, and the document of it. */
function Lower({ page }: { readonly page: Handoff }) {
  const place = useRef<HTMLDivElement>(null);
  useSpot(
    place,
    useNavigation(({ route }) => (route.name === 'handoff' ? route.spot : undefined)),
  );
  return (
    <div className={styles.lower} ref={place}>
      <div>
        <AssetTable page={page} />
        <Knowledge page={page} />
      </div>
      <div>
        {page.successor === 'contractor' && <CandidateList page={page} />}
        <DocumentPanel page={page} />
      </div>
    </div>
  );
}

/** A search leads to an item where it stands in the month. */
function usePlanView(handoffId: string): readonly [PlanView, (view: PlanView) => void] {
  const spotId = useNavigation(({ route }) => (route.name === 'handoff' ? route.spot?.id : undefined));
  const place = `${handoffId} ${spotId ?? ''}`;
  const [chosen, setChosen] = useState<{ readonly place: string; readonly view: PlanView } | null>(null);
  return [chosen?.place === place ? chosen.view : 'weeks', (view) => setChosen({ place, view })];
}

/** Over the preview the same dialog is opened by the preview itself. */
function StoppedExport({ handoffId }: { readonly handoffId: string }) {
  const stopped = useDocument((state) => state.stopped);
  const isBehind = useNavigation(({ overlay }) => overlay?.name === 'export');
  return stopped === null || isBehind ? null : <SecretsDialog handoffId={handoffId} what={stopped} />;
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
