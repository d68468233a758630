import { useLingui } from '@lingui/react/macro';
import { Button } from 'react-aria-components';
import { Icon } from '../../ui/icon.tsx';
import type { IconName } from '../../ui/icon-shapes.tsx';
import styles from './transfer.module.css';

type From = 'folder' | 'csv';

interface SourceCard<From> {
  readonly from: From;
  readonly icon: IconName;
  readonly title: string;
  readonly text: string;
}

export function SourceChoice({ onChoose }: { readonly onChoose: (from: From) => void }) {
  const { t } = useLingui();
  const sources: readonly SourceCard<From>[] = [
    {
      from: 'folder',
      icon: 'folder',
      title: t`A folder of Markdown files…`,
      text: t`A note for each file. Client, date, kind and people come from the front matter; else the client is the folder, and the date stands in the file name.`,
    },
    {
      from: 'csv',
      icon: 'list',
      title: t`A table in CSV…`,
      text: t`A note for each row. You choose which column holds what.`,
    },
  ];
  return <SourceCards sources={sources} onChoose={onChoose} />;
}

interface SourceCardsProps<From> {
  readonly sources: readonly SourceCard<From>[];
  readonly onChoose: (from: From) => void;
}

/** What can be read, one below the other. */
export function SourceCards<From extends string>({ sources, onChoose }: SourceCardsProps<From>) {
  return (
    <div className={styles.sources}>
      {sources.map(({ from, icon, title, text }) => (
        <Button key={from} className={styles.source ?? ''} onPress={() => onChoose(from)}>
          <Icon name={icon} />
          <span>
            <span className={styles.sourceTitle}>{title}</span>
            <span className={styles.sourceText}>{text}</span>
          </span>
        </Button>
      ))}
    </div>
  );
}
