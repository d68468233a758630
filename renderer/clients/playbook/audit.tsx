import { useLingui } from '@lingui/react/macro';
import { longestText } from '../../../shared/contract/call.ts';
import { type AuditTopic, auditTopics } from '../../../shared/contract/client-playbook.ts';
import type { CallInput } from '../../../shared/contract/contract.ts';
import { call } from '../../api.ts';
import { EditableText } from '../../ui/editable-text.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { carryOut } from '../client-store.ts';
import look from './audit.module.css';
import type { PartProps } from './part-props.ts';
import styles from './playbook.module.css';
import { auditTopicWord } from './words.ts';

type TopicName = (typeof auditTopics)[number];
type Change = Omit<CallInput<'clients.editAuditTopic'>, 'commandId' | 'clientId' | 'topic'>;

const scores = [1, 2, 3, 4, 5] as const;

/** Five topics with what was seen and what is still to be asked, and the one thing to begin with. */
export function Audit({ page, playbook }: PartProps) {
  const { t } = useLingui();
  return (
    <>
      <p className={styles.quiet}>{t`1 is weak, 5 is strong`}</p>
      <ul className={look.topics}>
        {auditTopics.map((topic) => (
          <TopicRow key={topic} page={page} topic={topic} seen={playbook.audit.find((each) => each.topic === topic)} />
        ))}
      </ul>
      <FirstLever page={page} playbook={playbook} />
    </>
  );
}

interface TopicRowProps extends Pick<PartProps, 'page'> {
  readonly topic: TopicName;
  readonly seen: AuditTopic | undefined;
}

function TopicRow({ page, topic, seen }: TopicRowProps) {
  const { t } = useLingui();
  const title = auditTopicWord(topic);
  const send = (change: Change) =>
    carryOut(
      (commandId) => call('clients.editAuditTopic', { commandId, clientId: page.card.id, topic, ...change }),
      t`Saved: ${title}`,
    );
  const field = { isMultiline: true, allowsEmpty: true, maxLength: longestText, lang: page.language ?? undefined };
  return (
    <li className={look.topic} data-record={`${page.card.id} ${topic}`}>
      <div>
        <h3 className={styles.strong}>{title}</h3>
        <Segmented
          label={t`Score: ${title}`}
          segments={scores.map((score) => ({ id: String(score), label: String(score) }))}
          value={seen?.score === undefined || seen.score === null ? null : String(seen.score)}
          onChange={(score) => void send({ score: Number(score) })}
          onClear={() => void send({ score: null })}
          className={look.score}
        />
      </div>
      <div className={look.words}>
        <EditableText
          {...field}
          label={t`Evidence: ${title}`}
          value={seen?.evidence ?? ''}
          placeholder={t`What shows it`}
          onCommit={(evidence) => send({ evidence })}
        />
        <EditableText
          {...field}
          label={t`Open question: ${title}`}
          value={seen?.openQuestion ?? ''}
          placeholder={t`What is still to be asked`}
          className={seen?.openQuestion ? look.question : undefined}
          onCommit={(openQuestion) => send({ openQuestion })}
        />
      </div>
    </li>
  );
}

function FirstLever({ page, playbook }: PartProps) {
  const { t } = useLingui();
  const clientId = page.card.id;
  return (
    <section className={look.lever} aria-label={t`First lever`} data-record={clientId}>
      <h3 className={styles.strong}>{t`First lever`}</h3>
      <EditableText
        label={t`First lever`}
        value={playbook.firstLever}
        placeholder={t`What to redo first so that the profit grows soon`}
        isMultiline
        allowsEmpty
        maxLength={longestText}
        lang={page.language ?? undefined}
        className={look.leverWords}
        onCommit={(words) =>
          carryOut((commandId) => call('clients.editFirstLever', { commandId, clientId, words }), t`First lever saved`)
        }
      />
    </section>
  );
}
