import { useLingui } from '@lingui/react/macro';
import type { HandoffPage } from '../../shared/contract/handoff.ts';
import { ComboBox } from '../ui/combo-box.tsx';
import { secretWarning } from '../ui/secret-warning.ts';
import { usePartners } from '../ui/session.ts';

const longestName = 400;

interface PersonFieldProps {
  readonly page: HandoffPage;
  readonly side: string;
  readonly value: string;
  readonly onChange: (person: string) => void;
}

/** Those who are there on that side are at hand; any other name can be typed. */
export function PersonField({ page, side, value, onChange }: PersonFieldProps) {
  const { t } = useLingui();
  const people = usePeople(page, side);
  return (
    <ComboBox
      key={side}
      label={t`Named person`}
      options={people}
      value={null}
      onChange={(id) => {
        const chosen = people.find((each) => each.id === id);
        if (chosen !== undefined) onChange(chosen.label);
      }}
      text={value}
      onTextChange={(text) => onChange(text.slice(0, longestName))}
      error={secretWarning(value)}
    />
  );
}

interface Somebody {
  readonly id: string;
  readonly label: string;
  readonly detail?: string;
}

function usePeople({ contacts, candidates }: HandoffPage, side: string): readonly Somebody[] {
  const partners = usePartners();
  if (side === 'agency') return partners.map(({ id, name }) => ({ id, label: name }));
  if (side === 'client') {
    const present = contacts.filter(({ leftOn }) => leftOn === null);
    return present.map(({ id, name, roleNote }) => ({
      id,
      label: name,
      ...(roleNote !== '' && { detail: roleNote }),
    }));
  }
  return candidates.filter(({ state }) => state === 'chosen').map(({ id, name }) => ({ id, label: name }));
}
