import { useLingui } from '@lingui/react/macro';
import { useEffect, useRef } from 'react';
import { conditionFacts, handoffConditions } from '../../../shared/content/handoff-conditions.ts';
import { sides } from '../../../shared/contract/clients.ts';
import type { HandoffTemplateItemView } from '../../../shared/contract/handoff-templates.ts';
import { handoffDays } from '../../../shared/handoff/plan.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { inLanguage } from '../../ui/note-templates.ts';
import { SavedField } from '../../ui/saved-field.tsx';
import { secretWarning } from '../../ui/secret-warning.ts';
import { Select } from '../../ui/select.tsx';
import { useLanguage } from '../../ui/session.ts';
import styles from './handoff-templates.module.css';
import { editItem, removeItem, resetItem } from './template-calls.ts';
import type { ColumnsProps } from './template-columns.tsx';
import { useSideWord } from './use-side-word.ts';
import { WaitsFor } from './waits-for.tsx';

export interface EditorProps extends ColumnsProps {
  readonly item: HandoffTemplateItemView;
  readonly day: number;
  readonly onEnd: () => void;
}

/** Everything of an item, each part saved by itself. Escape closes it. */
export function TemplateItemEditor(props: EditorProps) {
  const { template, language, item, onEnd } = props;
  const { t } = useLingui();
  const title = inLanguage(item.title, language, language);
  const itemOf = { templateId: template.id, code: item.code };
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => {
    form.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div
      ref={form}
      className={styles.form}
      role="group"
      aria-label={title}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) {
          event.stopPropagation();
          onEnd();
        }
      }}
    >
      <SavedField
        label={t`Item`}
        placeholder={title}
        autoFocus
        wraps
        isRequired={item.title[language === 'en' ? 'ru' : 'en'] === ''}
        maxLength={200}
        saved={item.title[language]}
        warningFor={secretWarning}
        onSave={(typed) => editItem({ ...itemOf, title: { [language]: typed } })}
      />
      <SavedField
        label={t`What shows that it is done`}
        wraps
        maxLength={400}
        saved={item.evidence[language]}
        warningFor={secretWarning}
        onSave={(typed) => editItem({ ...itemOf, evidence: { [language]: typed } })}
      />
      <DayAndSide {...props} />
      <Conditions {...props} />
      <WaitsFor {...props} />
      <div className={styles.buttons}>
        <Button size="small" onPress={onEnd}>{t`Close`}</Button>
        {item.isChanged && (
          <Button
            look="quiet"
            size="small"
            onPress={() => void resetItem(itemOf, title)}
          >{t`Bring back the original`}</Button>
        )}
        <Button look="quiet" size="small" onPress={() => void removeItem(itemOf, title)}>{t`Remove`}</Button>
      </div>
    </div>
  );
}

function DayAndSide({ template, item, day }: EditorProps) {
  const { t } = useLingui();
  const sideWord = useSideWord();
  const itemOf = { templateId: template.id, code: item.code };
  const problemOf = (text: string) =>
    /^\d{1,2}$/.test(text) && Number(text) <= handoffDays ? undefined : t`A number from 0 to ${handoffDays}`;
  return (
    <div className={styles.pair}>
      <SavedField
        label={t({ message: 'Day', context: 'of the month of a handoff' })}
        inputMode="numeric"
        saved={String(item.day)}
        {...(day !== item.day && { hint: t`not before day ${day}: it waits` })}
        isRequired
        problemOf={problemOf}
        onSave={(typed) => editItem({ ...itemOf, day: Number(typed) })}
      />
      <Select
        label={t`Side`}
        value={item.side}
        options={sides.map((id) => ({ id, label: sideWord(id) }))}
        onChange={(chosen) => {
          const side = sides.find((each) => each === chosen);
          if (side !== undefined) void editItem({ ...itemOf, side });
        }}
      />
    </div>
  );
}

const always = 'always';

function Conditions({ template, item }: EditorProps) {
  const { t } = useLingui();
  const interfaceLanguage = useLanguage();
  const itemOf = { templateId: template.id, code: item.code };
  return (
    <>
      <Select
        label={t`When it is in the plan`}
        value={item.condition ?? always}
        options={[
          { id: always, label: t`in every plan` },
          ...handoffConditions.map((id) => ({ id, label: conditionFacts[id].label[interfaceLanguage] })),
        ]}
        onChange={(chosen) => {
          const condition = handoffConditions.find((each) => each === chosen) ?? null;
          void editItem({ ...itemOf, condition });
        }}
      />
      <Checkbox isSelected={item.isMandatory} onChange={(isMandatory) => void editItem({ ...itemOf, isMandatory })}>
        {t`Done only when something shows it`}
      </Checkbox>
    </>
  );
}
