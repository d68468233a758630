import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useEffect, useId, useState } from 'react';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import { boardStages, isBoardStage, isStage } from '../../../shared/stage.ts';
import { call } from '../../api.ts';
import type { Option } from '../../ui/option-list.tsx';
import { Select } from '../../ui/select.tsx';
import { useStageWords } from '../../ui/stage-words.ts';
import { showProblem } from '../../ui/toast.ts';
import { type ClientTarget, type FoundClient, targetOf, unknownClients } from './client-targets.ts';
import styles from './transfer.module.css';
import type { Choices } from './use-import.ts';

type Here = CallOutput<'clients.names'>['clients'];

/** More of them nobody decides one by one: they become new clients. */
const mostShown = 100;

interface UnknownClientsProps {
  readonly clients: readonly FoundClient[];
  readonly choices: Choices;
  readonly onChange: (change: Partial<Choices>) => void;
}

/** Names that no client has: for each it is chosen where its notes go. */
export function UnknownClients({ clients, choices, onChange }: UnknownClientsProps) {
  const { t } = useLingui();
  const here = useClientsHere();
  const heading = useId();
  const unknown = unknownClients(clients, choices.targets);
  const known = clients.length - unknown.length;
  const rest = unknown.length - mostShown;
  const isAnyNew = unknown.some((client) => targetOf(client, choices.targets) === 'new');
  const send = (name: string, target: ClientTarget) =>
    onChange({ targets: new Map([...choices.targets, [name, target]]) });
  return (
    <section aria-labelledby={heading} className={styles.clients}>
      <h3 id={heading} className={styles.subheading}>{t`Clients`}</h3>
      {known > 0 && (
        <p className={styles.quiet}>
          {t`${plural(known, { one: '#\u00a0client is found by name', other: '#\u00a0clients are found by name' })}`}
        </p>
      )}
      {isAnyNew && <StageOfNew stage={choices.stage} onChange={(stage) => onChange({ stage })} />}
      {unknown.length > 0 && (
        <ul className={styles.unknown} aria-label={t`Clients that are not here`}>
          {unknown.slice(0, mostShown).map((client) => (
            <UnknownClient
              key={client.name}
              client={client}
              target={targetOf(client, choices.targets)}
              here={here}
              onChange={(target) => send(client.name, target)}
            />
          ))}
        </ul>
      )}
      {rest > 0 && (
        <p className={styles.quiet}>
          {t`${plural(rest, { one: 'and # more becomes a new client', other: 'and # more become new clients' })}`}
        </p>
      )}
    </section>
  );
}

function useClientsHere(): Here {
  const [here, setHere] = useState<Here>([]);
  useEffect(() => {
    call('clients.names', {}).then(({ clients }) => setHere(clients), showProblem);
  }, []);
  return here;
}

function StageOfNew({
  stage,
  onChange,
}: {
  readonly stage: Choices['stage'];
  readonly onChange: (stage: Choices['stage']) => void;
}) {
  const { t } = useLingui();
  const words = useStageWords();
  return (
    <Select
      label={t`Where new clients begin`}
      className={styles.stage}
      options={boardStages.map((id) => ({ id, label: words(id).label, stage: id }))}
      value={stage}
      onChange={(id) => {
        if (isBoardStage(id)) onChange(id);
      }}
    />
  );
}

interface UnknownClientProps {
  readonly client: FoundClient;
  readonly target: ClientTarget;
  readonly here: Here;
  readonly onChange: (target: ClientTarget) => void;
}

function UnknownClient({ client, target, here, onChange }: UnknownClientProps) {
  const { t } = useLingui();
  const { name, notes } = client;
  const label = name === '' ? t`Without a client` : name;
  const options: readonly Option[] = [
    ...(name === '' ? [] : [{ id: 'new', label: t`a new client` }]),
    { id: 'nothing', label: t`leave out` },
    ...here.map(({ id, name: words, stage }) => ({ id, label: words, ...(isStage(stage) ? { stage } : {}) })),
  ];
  return (
    <li className={styles.client}>
      <span className={styles.name}>{label}</span>
      <span className={styles.count}>{t`${plural(notes, { one: '#\u00a0note', other: '#\u00a0notes' })}`}</span>
      <Select
        label={label}
        isLabelHidden
        options={options}
        value={typeof target === 'string' ? target : target.clientId}
        onChange={(id) => onChange(id === 'new' || id === 'nothing' ? id : { clientId: id })}
      />
    </li>
  );
}
