import { useLingui } from '@lingui/react/macro';
import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { Announcer } from './announcer.tsx';
import { useTextSizeCommands } from './choose-text-size.ts';
import { type Command, listenToKeys, useCommands } from './commands.ts';
import { ClosingQuestion } from './closing-question.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import styles from './frame.module.css';
import { KeptWordsBar } from './kept-words-bar.tsx';
import { KeySheet } from './key-sheet.tsx';
import { narrowWindow, useMedia } from './media.ts';
import { closeOverlay, navigate, openOverlay, type Overlay, type Route, useNavigation } from './navigation.ts';
import { chooseSideBar, useSession } from './session.ts';
import { SideBar } from './side-bar.tsx';
import { showProblem } from './toast.ts';
import { Toaster } from './toaster.tsx';
import { redo, stepInText, undo } from './undo.ts';

export interface FrameProps {
  /** False on the first-run and refusal screens: they have the window for themselves. */
  readonly hasSideBar: boolean;
  readonly children: ReactNode;
  /** What stays in sight under every page. */
  readonly foot?: ReactNode;
  /** Dialogs of the areas; they lie over the side bar too. */
  readonly overlays?: ReactNode;
}

/** The window: side bar, the page, what floats over them, and what is heard instead of seen. */
export function Frame({ hasSideBar, children, foot, overlays }: FrameProps) {
  const isNarrow = useMedia(narrowWindow);
  const chosen = useSession((session) => session.sideBar);
  const overlay = useNavigation((navigation) => navigation.overlay);
  const isRail = chosen === 'rail' || (chosen === 'auto' && isNarrow);
  const window = useRef<HTMLDivElement>(null);
  const below = useRef<HTMLDivElement>(null);
  useEffect(listenToKeys, []);
  useTextSizeCommands();
  useFootHeight(window, below);
  return (
    <div ref={window} className={styles.window} data-side-bar={hasSideBar ? (isRail ? 'rail' : 'wide') : 'none'}>
      {hasSideBar && <SideBar isRail={isRail} />}
      {hasSideBar && <FrameCommands isRail={isRail} isNarrow={isNarrow} />}
      <div className={styles.content}>
        {children}
        <div ref={below}>
          <KeptWordsBar />
          {foot}
        </div>
      </div>
      <ErrorBoundary resetKey={overlay?.name ?? ''} fallback={null} onFailure={dropOverlay}>
        {overlays}
        {overlay?.name === 'key-sheet' && <KeySheet />}
      </ErrorBoundary>
      <ClosingQuestion />
      <ErrorBoundary resetKey={overlay?.name ?? ''} fallback={null}>
        <Toaster />
      </ErrorBoundary>
      <Announcer />
    </div>
  );
}

/** Notices stand above what is at the foot, not on it. */
function useFootHeight(window: RefObject<HTMLElement | null>, foot: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = foot.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() =>
      window.current?.style.setProperty('--foot-height', `${element.offsetHeight}px`),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [window, foot]);
}

/** A bug in a dialog takes the dialog away, not the page under it. */
function dropOverlay(problem: unknown): void {
  closeOverlay();
  showProblem(problem);
}

interface FrameCommandsProps {
  readonly isRail: boolean;
  readonly isNarrow: boolean;
}

function FrameCommands({ isRail, isNarrow }: FrameCommandsProps) {
  const { t } = useLingui();
  const toggleSideBar = () => {
    const wanted = isRail ? 'wide' : 'rail';
    chooseSideBar(wanted === (isNarrow ? 'rail' : 'wide') ? 'auto' : wanted);
  };
  const go = (id: string, label: string, route: Route, ...keys: readonly string[]): Command => ({
    id,
    label,
    section: 'go',
    keys,
    run: () => navigate(route),
  });
  const open = (id: string, label: string, overlay: Overlay, ...keys: readonly string[]) => ({
    id,
    label,
    keys,
    run: () => openOverlay(overlay),
  });
  useCommands([
    go('board', t`Go to the board`, { name: 'board' }, 'KeyG KeyB'),
    go('attention', t`Go to attention`, { name: 'attention' }, 'KeyG KeyA'),
    go('handoffs', t`Go to handoffs`, { name: 'handoffs' }, 'KeyG KeyH'),
    go('archive', t`Go to the archive`, { name: 'archive' }, 'KeyG KeyR'),
    go('trash', t`Go to the trash`, { name: 'trash' }),
    go('backups', t`Go to backups`, { name: 'backups' }),
    go('settings', t`Settings`, { name: 'settings' }, 'Mod+Comma', 'KeyG KeyS'),
    go('search', t`Go to search`, { name: 'search', text: '', group: null }, 'Mod+Shift+KeyF', 'KeyG KeyF'),
    {
      ...open('palette', t`Search and commands`, { name: 'palette' }, 'Mod+KeyK', 'Slash'),
      section: 'go',
      isHidden: true,
    },
    { ...open('quick-note', t`Quick note`, { name: 'quick-note' }, 'KeyN', 'Mod+KeyN'), section: 'note' },
    // The system-wide shortcut opens the sheet, and never writes in the page that is open.
    { ...open('quick-note-anywhere', t`Quick note`, { name: 'quick-note' }), section: 'note', isHidden: true },
    { ...open('new-client', t`New client`, { name: 'new-client' }, 'KeyC'), section: 'client' },
    { ...open('shortcuts', t`Keyboard shortcuts`, { name: 'key-sheet' }, 'Shift+Slash'), section: 'view' },
    {
      id: 'undo',
      label: t`Undo`,
      section: 'edit',
      keys: ['Mod+KeyZ'],
      isOffInText: true,
      run: () => void (stepInText('undo') || undo()),
    },
    {
      id: 'redo',
      label: t`Redo`,
      section: 'edit',
      keys: ['Mod+Shift+KeyZ', 'Mod+KeyY'],
      isOffInText: true,
      run: () => void (stepInText('redo') || redo()),
    },
    {
      id: 'side-bar',
      label: isRail ? t`Widen the side bar` : t`Narrow the side bar`,
      section: 'view',
      keys: ['Mod+Backslash'],
      run: toggleSideBar,
    },
  ]);
  return null;
}
