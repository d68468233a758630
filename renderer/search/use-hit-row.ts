import { useLingui } from '@lingui/react/macro';
import type { Excerpt, SearchHit } from '../../shared/contract/search.ts';
import { isStage } from '../../shared/stage.ts';
import { dayOf, useToday } from '../ui/clock.ts';
import { formatShortDay } from '../ui/format.ts';
import { kindIcon, kindLooks } from '../ui/note-kinds.ts';
import { plain, type Row } from '../ui/search/rows.ts';
import { useLanguage, usePartners } from '../ui/session.ts';

type Open = (hit: SearchHit, rowId: string) => void;

/** A hit as a line of the page: what was found, whose it is, and the words around it. */
export function useHitRow(): (hit: SearchHit, open: Open) => Row {
  const { t } = useLingui();
  const language = useLanguage();
  const today = useToday();
  const partners = usePartners();
  const stateOf = ({ group, isOver, isNextStep }: SearchHit) => {
    if (group === 'contacts') return isOver ? t`no longer there` : '';
    if (isOver) return t({ message: 'done', context: 'task' });
    return isNextStep ? t({ message: 'next step', context: 'task' }) : '';
  };
  const kindOf = (kind: string) => {
    const look = kindLooks.find(({ id }) => id === kind);
    return look === undefined ? '' : t(look.label).toLowerCase();
  };
  const ownerOf = ({ clientName, stage }: SearchHit, detail: string) => ({
    owner: { name: clientName, detail, ...(isStage(stage) ? { stage } : {}) },
  });
  return (hit, open) => {
    const { id, group, clientId, title, snippet, isOver, stage } = hit;
    const rowId = `${group} ${id}`;
    const partner = partners.find((each) => each.id === hit.partnerId)?.name ?? '';
    const base = { id: rowId, clientId, title, snippet, run: () => open(hit, rowId) };
    switch (group) {
      case 'notes': {
        const day = hit.happenedAt === null ? '' : formatShortDay(language, dayOf(new Date(hit.happenedAt)), today);
        const owner = ownerOf(hit, kindOf(hit.kind));
        return { ...base, ...withoutTitle(title, snippet), ...owner, icon: kindIcon(hit.kind), aside: day };
      }
      case 'tasks':
        return { ...base, ...ownerOf(hit, stateOf(hit)), icon: isOver ? 'check' : 'list', isOver };
      case 'contacts':
        return { ...base, ...ownerOf(hit, stateOf(hit)), icon: 'person', isOver };
      case 'clients':
        return { ...base, aside: partner, ...(isStage(stage) ? { stage } : {}) };
      case 'handoffs': {
        const closed = isOver ? t({ message: 'Closed', context: 'handoff' }) : '';
        return { ...base, aside: [closed, partner].filter(Boolean).join(', '), icon: 'handoff', isOver };
      }
    }
  };
}

/** Where only the title has the words, the line under it begins with the title: it is not said twice. */
function withoutTitle(title: Excerpt, snippet: Excerpt): Pick<Row, 'title' | 'snippet'> {
  if (title.text === '') return { title: snippet, snippet: plain('') };
  if (!snippet.text.startsWith(title.text)) {
    return title.text.startsWith(snippet.text.replace(/…$/, '')) ? { title, snippet: plain('') } : { title, snippet };
  }
  const from = title.text.length + (/^[.\s]*/.exec(snippet.text.slice(title.text.length))?.[0].length ?? 0);
  const hits = snippet.hits
    .filter(([start]) => start >= from)
    .map(([start, end]): [number, number] => [start - from, end - from]);
  return { title, snippet: { text: snippet.text.slice(from), hits } };
}
