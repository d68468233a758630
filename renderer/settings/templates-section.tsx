import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { longestText } from '../../shared/contract/call.ts';
import { noteKinds } from '../../shared/contract/notes.ts';
import type { NoteTemplate } from '../../shared/contract/note-templates.ts';
import type { Language } from '../../shared/language.ts';
import { Button } from '../ui/button.tsx';
import { EditableText } from '../ui/editable-text.tsx';
import { Fold } from '../ui/fold.tsx';
import { Form } from '../ui/form.tsx';
import { kindLooks } from '../ui/note-kinds.ts';
import { inLanguage, useNoteTemplates } from '../ui/note-templates.ts';
import { SavedField } from '../ui/saved-field.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { Select } from '../ui/select.tsx';
import { useLanguage } from '../ui/session.ts';
import { TextField } from '../ui/text-field.tsx';
import { i18n } from '../ui/words.ts';
import { addTemplate, editTemplate, removeTemplate, resetTemplate, returnTemplate } from './template-calls.ts';
import settings from './settings-page.module.css';
import styles from './templates-section.module.css';

/** The skeletons of notes, in the language that is chosen at the head. */
export function TemplatesSection() {
  const { t } = useLingui();
  const interfaceLanguage = useLanguage();
  const [language, setLanguage] = useState<Language>(interfaceLanguage);
  const { templates, removed } = useNoteTemplates();
  return (
    <>
      <p className={settings.text}>
        {t`Offered where a note is written, those for its kind first. Lines “[ ]” become tasks.`}
      </p>
      <Segmented<Language>
        label={t`Language of the templates`}
        segments={[
          { id: 'ru', label: 'Русский', lang: 'ru' },
          { id: 'en', label: 'English', lang: 'en' },
        ]}
        value={language}
        onChange={setLanguage}
      />
      <ul className={styles.list} aria-label={t`Note templates`}>
        {templates.map((template) => (
          <li key={template.id} className={styles.entry}>
            <TemplateFold template={template} language={language} />
          </li>
        ))}
      </ul>
      <AddTemplate language={language} />
      {removed.length > 0 && <RemovedTemplates removed={removed} language={language} />}
    </>
  );
}

interface TemplateProps {
  readonly template: NoteTemplate;
  readonly language: Language;
}

function TemplateFold({ template, language }: TemplateProps) {
  const { t } = useLingui();
  const title = inLanguage(template.title, language, language);
  const kind = kindLooks.find(({ id }) => id === template.kind);
  const parts = [kind === undefined ? '' : i18n.t(kind.label), template.isChanged ? t`changed` : ''];
  return (
    <Fold
      title={title}
      lang={language}
      level={3}
      memory={`template ${template.id}`}
      isOpenFirst={template.code === '' && template.text.en + template.text.ru === ''}
      summary={parts.filter(Boolean).join(' · ')}
    >
      {/* Another language is another text: what is typed in one must not end in the other. */}
      <TemplateFields key={language} template={template} language={language} />
    </Fold>
  );
}

function TemplateFields({ template, language }: TemplateProps) {
  const { t } = useLingui();
  const { id, code, kind, isChanged } = template;
  const title = inLanguage(template.title, language, language);
  const text = template.text[language];
  return (
    <div className={styles.fields} data-record={`${id} ${language}`}>
      <div className={styles.pair}>
        <SavedField
          label={t({ message: 'Name', context: 'of a template' })}
          placeholder={title}
          isRequired
          maxLength={200}
          saved={template.title[language]}
          onSave={(typed) => editTemplate({ templateId: id, title: { [language]: typed } })}
        />
        <Select
          label={t`For notes of the kind`}
          options={kindLooks.map((look) => ({ id: look.id, label: i18n.t(look.label) }))}
          value={kind}
          onChange={(chosen) => {
            const known = noteKinds.find((each) => each === chosen);
            if (known !== undefined) void editTemplate({ templateId: id, kind: known });
          }}
        />
      </div>
      <div className={styles.text} lang={language}>
        <EditableText
          label={t`Text of the template: ${title}`}
          value={text}
          placeholder={t`Headings, questions, lines “[ ]” for tasks`}
          allowsEmpty
          isMultiline
          maxLength={longestText}
          lang={language}
          className={styles.words}
          onCommit={(typed) => editTemplate({ templateId: id, text: { [language]: typed } })}
        />
      </div>
      <div className={styles.acts}>
        {code !== '' && isChanged && (
          <Button look="quiet" onPress={() => void resetTemplate(id, title)}>{t`Bring back the original`}</Button>
        )}
        <Button
          look="quiet"
          aria-label={t`Remove the template ${title}`}
          onPress={() => void removeTemplate(id, title)}
        >
          {t`Remove`}
        </Button>
      </div>
    </div>
  );
}

function AddTemplate({ language }: { readonly language: Language }) {
  const { t } = useLingui();
  const [title, setTitle] = useState('');
  const submit = async () => {
    const name = title.trim();
    const isAdded = name !== '' && (await addTemplate({ kind: 'meeting', language, title: name }));
    if (isAdded) setTitle('');
    return isAdded;
  };
  return (
    <Form className={settings.add} onSubmit={submit}>
      <TextField label={t`New template`} placeholder={t`name…`} maxLength={200} value={title} onChange={setTitle} />
      <Button type="submit" icon="plus" isDisabled={title.trim() === ''}>
        {t`Add`}
      </Button>
    </Form>
  );
}

interface RemovedProps {
  readonly removed: readonly NoteTemplate[];
  readonly language: Language;
}

function RemovedTemplates({ removed, language }: RemovedProps) {
  const { t } = useLingui();
  return (
    <>
      <h3 className={settings.subheading}>{t`Removed templates`}</h3>
      <ul className={styles.list} aria-label={t`Removed templates`}>
        {removed.map((template) => {
          const title = inLanguage(template.title, language, language);
          return (
            <li key={template.id} className={styles.removed}>
              <span lang={language}>{title}</span>
              <Button
                look="quiet"
                aria-label={t`Bring back the template ${title}`}
                onPress={() => void returnTemplate(template.id)}
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
