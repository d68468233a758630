import { useLingui } from '@lingui/react/macro';
import type { HealthReason } from '../../../shared/contract/client-health.ts';
import { navigate, openOverlay } from '../../ui/navigation.ts';
import { openRecord } from '../../ui/sought-record.ts';

export interface RecordLink {
  readonly words: string;
  readonly open: () => void;
}

interface Place {
  readonly clientId: string;
  readonly lastTouchId: string | null;
}

/** The way to what a reason follows from, or to where that is written down; null where it stands beside. */
export function useRecordLink(): (reason: HealthReason, place: Place) => RecordLink | null {
  const { t } = useLingui();
  const words = t`Show the record`;
  return (reason, { clientId, lastTouchId }) => {
    const led = (open: () => void): RecordLink => ({ words, open });
    switch (reason.code) {
      case 'rhythm':
        if (lastTouchId !== null) return led(() => openNote(clientId, lastTouchId));
        return { words: t`Write down a contact`, open: () => openOverlay({ name: 'quick-note', clientId }) };
      case 'next_step': {
        const { noteId } = reason;
        const taskId = reason.taskId ?? reason.stale?.taskId ?? null;
        if (taskId !== null) return led(recordOpener(taskId));
        return noteId === undefined ? null : led(() => openNote(clientId, noteId));
      }
      case 'promises':
        return reason.first === null ? null : led(recordOpener(reason.first.taskId));
      case 'report':
        if (reason.reportId !== null) return led(recordOpener(reason.reportId, 'work'));
        return { words: t`Go to reports`, open: () => navigate({ name: 'client', clientId, tab: 'work' }) };
      case 'results':
        if (reason.kpi !== null) return led(recordOpener(reason.kpi.id, 'work'));
        return { words: t`Go to figures`, open: () => navigate({ name: 'client', clientId, tab: 'work' }) };
      case 'plateau':
      case 'below_goal':
        return led(recordOpener(reason.kpi.id, 'work'));
      case 'ideas':
        if (reason.insightId !== null) return led(recordOpener(reason.insightId, 'playbook'));
        return { words: t`Go to ideas`, open: () => navigate({ name: 'client', clientId, tab: 'playbook' }) };
      case 'no_new_idea':
        return led(recordOpener(reason.insightId, 'playbook'));
      case 'intent':
        if (reason.checkId !== null) return led(recordOpener(reason.checkId, 'playbook'));
        return { words: t`Go to their plans`, open: () => navigate({ name: 'client', clientId, tab: 'playbook' }) };
      default:
        return null;
    }
  };
}

function recordOpener(id: string, tab?: 'work' | 'playbook'): () => void {
  return () => openRecord(id, tab);
}

function openNote(clientId: string, noteId: string): void {
  navigate({ name: 'client', clientId, tab: 'timeline', arrival: { noteId, words: '', text: '' } });
}
