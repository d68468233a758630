import { I18nProvider } from '@lingui/react';
import { useEffect } from 'react';
import { I18nProvider as AriaI18nProvider } from 'react-aria-components';
import { ApiError, call, onChanged, onPageCommand } from './api.ts';
import { BoardPage } from './board/board-page.tsx';
import { MoveClientDialog } from './board/move-client-dialog.tsx';
import { NewClientDialog } from './board/new-client-dialog.tsx';
import { useColumnOfShownClient } from './board/open-client.ts';
import { ReasonBar } from './board/reason-bar.tsx';
import { ClientPage } from './clients/client-page.tsx';
import { FireDrillDialog } from './clients/fire-drill/fire-drill-dialog.tsx';
import { AttentionPage } from './health/attention-page.tsx';
import { ArchivePage } from './handoff/archive-page.tsx';
import { BriefDialog } from './handoff/brief-dialog.tsx';
import { CancelDialog } from './handoff/cancel-dialog.tsx';
import { CloseHandoffDialog } from './handoff/close-handoff-dialog.tsx';
import { CompareDialog } from './handoff/compare-dialog.tsx';
import { EndClientDialog } from './handoff/end-client-dialog.tsx';
import { ExtendDialog } from './handoff/extend-dialog.tsx';
import { HandoffPage } from './handoff/handoff-page.tsx';
import { HandoffsPage } from './handoff/handoffs-page.tsx';
import { PreviewDialog } from './handoff/preview-dialog.tsx';
import { SwitchSuccessorDialog } from './handoff/switch-successor-dialog.tsx';
import { useCounts } from './health/attention-store.ts';
import { BackupsPage } from './safety/backups/backups-page.tsx';
import { EraseClientDialog } from './safety/erase-client-dialog.tsx';
import { ErasedDialog } from './safety/erased-dialog.tsx';
import { FootBanners } from './safety/foot-banners.tsx';
import { RefusalPage } from './safety/refusal-page.tsx';
import { TrashPage } from './safety/trash-page.tsx';
import { FirstRun } from './settings/first-run.tsx';
import { SettingsPage } from './settings/settings-page.tsx';
import { ExportClientDialog } from './settings/transfer/export-client-dialog.tsx';
import { ExportDialog } from './settings/transfer/export-dialog.tsx';
import { ExportWholeDialog } from './settings/transfer/export-whole-dialog.tsx';
import { ImportWholeDialog } from './settings/transfer/import-whole-dialog.tsx';
import { ImportDialog } from './settings/transfer/import-dialog.tsx';
import { ClientNotes } from './notes/client-notes.tsx';
import { QuickNote } from './notes/quick-note.tsx';
import { Palette } from './palette/palette.tsx';
import { SearchPage } from './search/search-page.tsx';
import { rereadingBy } from './ui/coalesce.ts';
import { getReadyToClose } from './ui/closing.ts';
import { runCommand } from './ui/commands.ts';
import { ErrorBoundary } from './ui/error-boundary.tsx';
import { Frame } from './ui/frame.tsx';
import { routeKey, useNavigation } from './ui/navigation.ts';
import { refuseSession, takeSettings, useLanguage, useSession } from './ui/session.ts';
import { i18n } from './ui/words.ts';

async function loadSettings(): Promise<void> {
  try {
    await takeSettings(() => call('settings.load', {}));
  } catch (problem) {
    const code = problem instanceof ApiError ? problem.code : 'unexpected';
    // Once the window is open, a re-read that failed must not take away the page and what is typed in it.
    if (useSession.getState().status === 'starting' || code.startsWith('file_')) refuseSession(code);
  }
}

function connect(): () => void {
  void loadSettings();
  const rereading = rereadingBy(() => void loadSettings());
  const stopChanges = onChanged(({ areas }) => {
    if (areas.some((area) => area === 'settings' || area === 'safety')) void loadSettings();
    else if (areas.includes('clients')) rereading.soon(areas);
  });
  const stopCommands = onPageCommand((command) => {
    if (command === 'before-close') void getReadyToClose();
    else runCommand(command);
  });
  return () => {
    stopChanges();
    rereading.stop();
    stopCommands();
  };
}

export function App() {
  const language = useLanguage();
  useEffect(connect, []);
  return (
    <I18nProvider i18n={i18n}>
      <AriaI18nProvider locale={language === 'ru' ? 'ru-RU' : 'en-US'}>
        <Window />
      </AriaI18nProvider>
    </I18nProvider>
  );
}

/** The only place that knows all areas: it gives each route its page and each overlay its dialog. */
function Window() {
  const status = useSession((session) => session.status);
  const isSetUp = useSession((session) => session.settings?.isSetUp ?? false);
  const name = useNavigation((navigation) => navigation.route.name);
  const place = useNavigation((navigation) => routeKey(navigation.route));
  useCounts(status === 'ready', name);
  useColumnOfShownClient();
  if (status === 'starting') return <Frame hasSideBar={false}>{null}</Frame>;
  if (status === 'refused') {
    return (
      <Frame hasSideBar={false}>
        <RefusalPage />
      </Frame>
    );
  }
  if (!isSetUp) {
    return (
      <Frame hasSideBar={false} overlays={<OpenOverlay />}>
        <FirstRun />
      </Frame>
    );
  }
  return (
    <Frame hasSideBar overlays={<Overlays />} foot={<FootBanners />}>
      <ErrorBoundary resetKey={place}>
        <CurrentPage />
      </ErrorBoundary>
    </Frame>
  );
}

function CurrentPage() {
  const route = useNavigation((navigation) => navigation.route);
  switch (route.name) {
    case 'board':
      return <BoardPage />;
    case 'client':
      return (
        <ClientPage
          key={route.clientId}
          clientId={route.clientId}
          notes={(page) => <ClientNotes page={page} target={route.arrival ?? null} />}
        />
      );
    case 'attention':
      return <AttentionPage />;
    case 'backups':
      return <BackupsPage key={route.restore ?? ''} />;
    case 'trash':
      return <TrashPage />;
    case 'settings':
      return <SettingsPage />;
    case 'handoffs':
      return <HandoffsPage />;
    case 'handoff':
      return <HandoffPage handoffId={route.handoffId} />;
    case 'archive':
      return <ArchivePage />;
    case 'search':
      return <SearchPage route={route} />;
  }
}

function Overlays() {
  return (
    <>
      <OpenOverlay />
      <ReasonBar />
    </>
  );
}

function OpenOverlay() {
  const overlay = useNavigation((navigation) => navigation.overlay);
  switch (overlay?.name) {
    case 'new-client':
      return <NewClientDialog {...(overlay.stage === undefined ? {} : { stage: overlay.stage })} />;
    case 'move-client':
      return <MoveClientDialog clientId={overlay.clientId} />;
    case 'quick-note':
      return <QuickNote clientId={overlay.clientId} text={overlay.text} />;
    case 'palette':
      return <Palette />;
    case 'end-client':
      return <EndClientDialog clientId={overlay.clientId} />;
    case 'fire-drill':
      return <FireDrillDialog clientId={overlay.clientId} />;
    case 'export':
      return <PreviewDialog handoffId={overlay.handoffId} />;
    case 'brief':
      return <BriefDialog handoffId={overlay.handoffId} />;
    case 'close-handoff':
      return <CloseHandoffDialog handoffId={overlay.handoffId} />;
    case 'extend-handoff':
      return <ExtendDialog handoffId={overlay.handoffId} />;
    case 'switch-successor':
      return <SwitchSuccessorDialog handoffId={overlay.handoffId} />;
    case 'cancel-handoff':
      return <CancelDialog handoffId={overlay.handoffId} />;
    case 'compare-candidates':
      return <CompareDialog handoffId={overlay.handoffId} />;
    case 'import-notes':
      return <ImportDialog />;
    case 'export-notes':
      return <ExportDialog clientId={overlay.clientId} />;
    case 'export-whole':
      return <ExportWholeDialog form={overlay.form} />;
    case 'import-whole':
      return <ImportWholeDialog />;
    case 'export-client':
      return <ExportClientDialog clientId={overlay.clientId} />;
    case 'erase-client':
      return <EraseClientDialog clientId={overlay.clientId} />;
    case 'erased':
      return <ErasedDialog erasureId={overlay.erasureId} clientName={overlay.clientName} />;
    default:
      return null;
  }
}
