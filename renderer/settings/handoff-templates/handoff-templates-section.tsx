import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { HandoffTemplateView } from '../../../shared/contract/handoff-templates.ts';
import type { Language } from '../../../shared/language.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { leaveForms } from '../../ui/leave-forms.ts';
import { inLanguage } from '../../ui/note-templates.ts';
import { SavedField } from '../../ui/saved-field.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Select } from '../../ui/select.tsx';
import { useLanguage } from '../../ui/session.ts';
import settings from '../settings-page.module.css';
import styles from './handoff-templates.module.css';
import { nameTemplate, returnItem } from './template-calls.ts';
import { TemplateColumns } from './template-columns.tsx';
import { TemplateMenu } from './template-menu.tsx';
import { TemplatePreview } from './template-preview.tsx';
import { loadTemplates, openTemplate, useHandoffTemplates } from './templates-store.ts';

/** What the plan of a handoff is made from, in the language that is chosen at the head. */
export function HandoffTemplatesSection() {
  const { t } = useLingui();
  const interfaceLanguage = useLanguage();
  const [language, setLanguage] = useState<Language>(interfaceLanguage);
  const { status, templates, openId } = useHandoffTemplates();
  const template = templates.find(({ id }) => id === openId) ?? templates[0];
  if (status === 'failed')
    return (
      <EmptyState
        title={t`The templates could not be read`}
        actions={<Button onPress={() => void loadTemplates()}>{t`Try again`}</Button>}
      />
    );
  return (
    <>
      <p className={settings.text}>
        {t`The plan of a new handoff is made from a template. Plans that run stay as they are.`}
      </p>
      {template !== undefined && (
        <>
          <TemplateHead
            template={template}
            templates={templates}
            language={language}
            onLanguage={(chosen) => leaveForms(document.body, () => setLanguage(chosen))}
          />
          <TemplateColumns key={`${template.id} ${language}`} template={template} language={language} />
          <RemovedItems template={template} language={language} />
        </>
      )}
    </>
  );
}

interface HeadProps {
  readonly template: HandoffTemplateView;
  readonly templates: readonly HandoffTemplateView[];
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
}

function TemplateHead({ template, templates, language, onLanguage }: HeadProps) {
  const { t } = useLingui();
  const interfaceLanguage = useLanguage();
  const name = template.name[interfaceLanguage];
  return (
    <div className={styles.head}>
      {templates.length > 1 && (
        <Select
          label={t`Template`}
          options={templates.map((each) => ({ id: each.id, label: each.name[interfaceLanguage] }))}
          value={template.id}
          onChange={(id) => leaveForms(document.body, () => openTemplate(id))}
          className={styles.field}
        />
      )}
      <div className={styles.field}>
        <SavedField
          key={template.id}
          label={t({ message: 'Name', context: 'of a template' })}
          isRequired
          maxLength={200}
          saved={name}
          onSave={(typed) => nameTemplate(template.id, typed)}
        />
      </div>
      <Segmented<Language>
        label={t`Language of the items`}
        segments={[
          { id: 'ru', label: 'Русский', lang: 'ru' },
          { id: 'en', label: 'English', lang: 'en' },
        ]}
        value={language}
        onChange={onLanguage}
      />
      <TemplatePreview template={template} language={language} />
      <TemplateMenu template={template} />
    </div>
  );
}

interface RemovedProps {
  readonly template: HandoffTemplateView;
  readonly language: Language;
}

function RemovedItems({ template, language }: RemovedProps) {
  const { t } = useLingui();
  if (template.removed.length === 0) return null;
  return (
    <>
      <h3 className={settings.subheading}>{t`Removed items`}</h3>
      <ul className={styles.removed} aria-label={t`Removed items`}>
        {template.removed.map((item) => {
          const title = inLanguage(item.title, language, language);
          return (
            <li key={item.code}>
              <span lang={language}>{title}</span>
              <Button
                look="quiet"
                aria-label={t`Bring back the item: ${title}`}
                onPress={() => void returnItem({ templateId: template.id, code: item.code })}
              >
                {t`Bring back`}
              </Button>
            </li>
          );
        })}
      </ul>
    </>
  );
}
