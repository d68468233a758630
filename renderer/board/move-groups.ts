import { useLingui } from '@lingui/react/macro';
import { isHeldByHandoff } from '../../shared/held-stage.ts';
import { boardStages, type Stage } from '../../shared/stage.ts';
import { sentenceForCode } from '../ui/error-sentences.ts';
import type { MenuEntry, MenuGroup } from '../ui/menu.tsx';
import { useStageWords } from '../ui/stage-words.ts';
import { useBoard } from './board-store.ts';
import { spotOf } from './columns.ts';
import { comeBackToBoard } from './come-back.ts';
import { moveToStage, moveWithin } from './moves.ts';
import { useColumnsAround } from './shown.ts';
import { useView } from './view-store.ts';
import { useSortedSentence } from './view-words.ts';

/** The way without dragging: the five stages and the end, then steps within the column. */
export function useMoveGroups(clientId: string, close: () => void): readonly MenuGroup[] {
  const { t } = useLingui();
  const words = useStageWords();
  const columns = useColumnsAround(clientId);
  const hasHandoff = useBoard((board) => (board.cards[clientId]?.handoff ?? null) !== null);
  const sorting = useView((view) => view.sorting);
  const sorted = useSortedSentence(sorting);
  const spot = spotOf(columns, clientId);
  const last = spot === null ? 0 : columns[spot.stage].length - 1;
  const entry = (id: string, label: string, act: () => void, rest: Partial<MenuEntry> = {}): MenuEntry => ({
    id,
    label,
    onAction: () => {
      close();
      act();
    },
    ...rest,
  });
  if (spot?.stage === 'ended') {
    const back = entry('back', t`They came back`, () => void comeBackToBoard(clientId), { stage: 'acquaintance' });
    return [{ id: 'archive', entries: [back] }];
  }
  const blocked = (isHere: boolean, reason: string): Partial<MenuEntry> => (isHere ? { disabledReason: reason } : {});
  const reach = (stage: Stage): Partial<MenuEntry> =>
    blocked(isHeldByHandoff(spot?.stage ?? stage, stage, hasHandoff), sentenceForCode('handoff_running'));
  const given = sorted === null ? null : blocked(true, sorted);
  const isFirst = given ?? blocked(spot?.index === 0, t`It is already the first`);
  const isLast = given ?? blocked(spot?.index === last, t`It is already the last`);
  const stageEntries = boardStages.map((stage) => {
    const isHere = stage === spot?.stage;
    return entry(stage, words(stage).label, () => moveToStage(clientId, stage), {
      stage,
      ...(isHere ? { isChosen: true } : reach(stage)),
    });
  });
  return [
    {
      id: 'stages',
      label: t`Move to…`,
      entries: [
        ...stageEntries,
        entry('ended', t`End the work…`, () => moveToStage(clientId, 'ended'), { stage: 'ended', ...reach('ended') }),
      ],
    },
    {
      id: 'order',
      entries: [
        entry('higher', t`Higher`, () => moveWithin(clientId, 'higher'), isFirst),
        entry('lower', t`Lower`, () => moveWithin(clientId, 'lower'), isLast),
        entry('top', t`To the top`, () => moveWithin(clientId, 'top'), isFirst),
        entry('bottom', t`To the bottom`, () => moveWithin(clientId, 'bottom'), isLast),
      ],
    },
  ];
}
