import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import type { HandoffPage } from '../../shared/contract/handoff.ts';
import { type DocumentPart, firstOfEachKind } from '../../shared/handoff/document-parts.ts';
import { call } from '../api.ts';
import { Button } from '../ui/button.tsx';
import { useToday } from '../ui/clock.ts';
import { copyText } from '../ui/copy.ts';
import { Fold } from '../ui/fold.tsx';
import { formatDay } from '../ui/format.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Menu } from '../ui/menu.tsx';
import { useLanguage } from '../ui/session.ts';
import { showProblem, showToast } from '../ui/toast.ts';
import { showInFolder } from './export-document.ts';
import { useHandoff } from './handoff-store.ts';
import styles from './issued-documents.module.css';
import { audienceWord, formatWord, languageWord, partWord } from './words.ts';

/** What an issue says no longer; null where that is not known. */
type Changes = ReadonlyMap<string, readonly DocumentPart[] | null>;

const shownAtFirst = 3;

/** What the readers of each kind of document hold, and whether it is still what they would get today. */
export function IssuedDocuments({ page }: { readonly page: HandoffPage }) {
  const { t } = useLingui();
  const [isWhole, setWhole] = useState(false);
  const issues = firstOfEachKind(page.issued);
  const changes = useChanges(page.id, issues.length > 0);
  if (issues.length === 0) return null;
  // What its readers hold and would not get today is never folded away.
  const isShown = (id: string, place: number) => isWhole || place < shownAtFirst || (changes.get(id)?.length ?? 0) > 0;
  const shown = issues.filter(({ id }, place) => isShown(id, place));
  const count = issues.length - shown.length;
  const earlier = page.issued.filter((issue) => !issues.includes(issue));
  return (
    <>
      <ul className={styles.issued} aria-label={t`Saved documents`}>
        {shown.map((issue) => (
          <Issue key={issue.id} issue={issue} changed={changes.get(issue.id)} />
        ))}
      </ul>
      {count > 0 && (
        <Button look="link" size="small" onPress={() => setWhole(true)}>
          {t`${plural(count, { one: '#\u00a0more', other: '#\u00a0more' })}`}
        </Button>
      )}
      {earlier.length > 0 && (
        <Fold title={t`Earlier versions`} summary={earlier.length} level={3} memory={`issued ${page.id}`}>
          <ul className={styles.issued} aria-label={t`Earlier versions`}>
            {earlier.map((issue) => (
              <Issue key={issue.id} issue={issue} changed={null} />
            ))}
          </ul>
        </Fold>
      )}
    </>
  );
}

interface IssueProps {
  readonly issue: HandoffPage['issued'][number];
  /** Undefined until it is known. */
  readonly changed: readonly DocumentPart[] | null | undefined;
}

function Issue({ issue, changed }: IssueProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const today = useToday();
  const day = formatDay(language, issue.issuedAt, today);
  const parts = changed?.map(partWord).join(', ') ?? '';
  const version = issue.version;
  return (
    <li className={styles.issue}>
      <div className={styles.words}>
        <span className={styles.file}>{issue.fileName}</span>
        <span>
          {audienceWord(issue.audience)}, {formatWord(issue.format)}, {languageWord(issue.language)},{' '}
          {t`version ${version}`}
        </span>
        {parts === '' ? (
          <span>{changed ? t`Issued on ${day}, nothing changed since` : t`Issued on ${day}`}</span>
        ) : (
          <span className={styles.changed}>{t`Issued on ${day}, changed since: ${parts}`}</span>
        )}
      </div>
      <IssueMenu issue={issue} />
    </li>
  );
}

function IssueMenu({ issue }: Pick<IssueProps, 'issue'>) {
  const { t } = useLingui();
  const label = t`Menu: ${issue.fileName}, version ${issue.version}`;
  const copy = () => {
    if (copyText(issue.sha256)) showToast({ text: t`The checksum is in the clipboard` });
  };
  const entries = [
    { id: 'folder', label: t`Show in folder`, icon: 'folder', onAction: () => void showInFolder(issue.id) },
    { id: 'checksum', label: t`Copy checksum`, icon: 'document', detail: 'SHA-256', onAction: copy },
  ] as const;
  return (
    <Menu label={label} groups={[{ id: 'document', entries }]}>
      <IconButton icon="more" size="small" label={label} />
    </Menu>
  );
}

/** Asked anew with every change of the page; until the answer comes the last one stands. */
function useChanges(handoffId: string, isAsked: boolean): Changes {
  const revision = useHandoff((state) => state.revision);
  const [changes, setChanges] = useState<Changes>(new Map());
  useEffect(() => {
    if (!isAsked) return;
    let isOvertaken = false;
    const take = (answer: Changes) => {
      if (!isOvertaken) setChanges(answer);
    };
    call('handoff.issueChanges', { handoffId }).then(
      (answer) => take(new Map(answer.changes.map(({ issueId, changed }) => [issueId, changed]))),
      (problem: unknown) => {
        if (!isOvertaken) showProblem(problem);
      },
    );
    return () => {
      isOvertaken = true;
    };
  }, [handoffId, isAsked, revision]);
  return changes;
}
