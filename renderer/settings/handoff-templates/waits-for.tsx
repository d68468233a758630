import { useLingui } from '@lingui/react/macro';
import { mayWaitFor } from '../../../shared/handoff/template.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { inLanguage } from '../../ui/note-templates.ts';
import { Select } from '../../ui/select.tsx';
import styles from './handoff-templates.module.css';
import { editItem } from './template-calls.ts';
import type { EditorProps } from './template-item-editor.tsx';

/** Items that come first; none is offered that waits for this one. */
export function WaitsFor({ template, language, item }: EditorProps) {
  const { t } = useLingui();
  const { items } = template;
  const titleOf = (code: string) => {
    const first = items.find((each) => each.code === code);
    return first === undefined ? code : inLanguage(first.title, language, language);
  };
  const put = (after: readonly string[]) =>
    void editItem({ templateId: template.id, code: item.code, after: [...after] });
  const offered = items.filter(({ code }) => !item.after.includes(code) && mayWaitFor(items, item.code, code));
  return (
    <>
      {item.after.length > 0 && (
        <ul className={styles.firsts} aria-label={t`Comes after`}>
          {item.after.map((code) => {
            const title = titleOf(code);
            return (
              <li key={code}>
                <span lang={language}>{t`after: ${title}`}</span>
                <IconButton
                  icon="close"
                  size="small"
                  label={t`Do not wait for: ${title}`}
                  onPress={() => put(item.after.filter((each) => each !== code))}
                />
              </li>
            );
          })}
        </ul>
      )}
      <Select
        label={t`Comes after`}
        placeholder={t`choose an item…`}
        value={null}
        options={offered.map(({ code }) => ({ id: code, label: titleOf(code) }))}
        onChange={(code) => put([...item.after, code])}
      />
    </>
  );
}
