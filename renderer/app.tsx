import { I18nProvider } from '@lingui/react';
import { useEffect } from 'react';
import { I18nProvider as AriaI18nProvider } from 'react-aria-components';
import { ApiError, call, onChanged, onPageCommand } from './api.ts';
import { BoardPage } from './board/board-page.tsx';
import { MoveClientDialog } from './board/move-client-dialog.tsx';
import { NewClientDialog } from './board/new-client-dialog.tsx';
import { AttentionPage } from './health/attention-page.tsx';
import { useCounts } from './health/attention-store.ts';
import { getReadyToClose } from './ui/closing.ts';
import { runCommand } from './ui/commands.ts';
import { ErrorBoundary } from './ui/error-boundary.tsx';
import { Frame } from './ui/frame.tsx';
import { useNavigation } from './ui/navigation.ts';
import { EmptyPage, RefusalPage } from './ui/empty-pages.tsx';
import { applySettings, refuseSession, useLanguage, useSession } from './ui/session.ts';
import { i18n } from './ui/words.ts';

async function loadSettings(): Promise<void> {
  try {
    const { settings } = await call('settings.load', {});
    applySettings(settings);
  } catch (problem) {
    refuseSession(problem instanceof ApiError ? problem.code : 'unexpected');
  }
}

function connect(): () => void {
  void loadSettings();
  const stopChanges = onChanged(({ areas }) => {
    if (areas.some((area) => area === 'settings' || area === 'safety' || area === 'clients')) void loadSettings();
  });
  const stopCommands = onPageCommand((command) => {
    if (command === 'before-close') void getReadyToClose();
    else runCommand(command);
  });
  return () => {
    stopChanges();
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
  const name = useNavigation((navigation) => navigation.route.name);
  useCounts(status === 'ready');
  if (status === 'starting') return <Frame hasSideBar={false}>{null}</Frame>;
  if (status === 'refused') {
    return (
      <Frame hasSideBar={false}>
        <RefusalPage />
      </Frame>
    );
  }
  return (
    <Frame hasSideBar overlays={<Overlays />}>
      <ErrorBoundary resetKey={name}>
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
    case 'attention':
      return <AttentionPage />;
    default:
      return <EmptyPage name={route.name} />;
  }
}

function Overlays() {
  const overlay = useNavigation((navigation) => navigation.overlay);
  switch (overlay?.name) {
    case 'new-client':
      return <NewClientDialog {...(overlay.stage === undefined ? {} : { stage: overlay.stage })} />;
    case 'move-client':
      return <MoveClientDialog clientId={overlay.clientId} />;
    default:
      return null;
  }
}
