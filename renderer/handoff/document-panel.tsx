import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { audiences, type HandoffPage } from '../../shared/contract/handoff.ts';
import { isLanguage } from '../../shared/language.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { openOverlay } from '../ui/navigation.ts';
import { Segmented } from '../ui/segmented.tsx';
import { Select } from '../ui/select.tsx';
import { useLanguage } from '../ui/session.ts';
import { DocumentFrame } from './document-frame.tsx';
import styles from './document-panel.module.css';
import { setOptions, useDocument } from './document-store.ts';
import { IssuedDocuments } from './issued-documents.tsx';
import { audienceWord } from './words.ts';

/** The document as it stands now, and what goes into it. */
export function DocumentPanel({ page }: { readonly page: HandoffPage }) {
  const { t } = useLingui();
  const pages = useDocument((state) => state.pages);
  return (
    <section className={styles.document} aria-label={t`Handoff document`}>
      <header className={styles.head}>
        <h2 className={styles.name}>{t`Handoff document`}</h2>
        {pages !== null && (
          <p className={styles.pages}>{t`${plural(pages, { one: '#\u00a0A4 page', other: '#\u00a0A4 pages' })}`}</p>
        )}
      </header>
      <div className={styles.body}>
        <button
          type="button"
          className={styles.picture}
          aria-label={t`Open the preview`}
          onClick={() => openOverlay({ name: 'export', handoffId: page.id })}
        >
          <DocumentFrame handoffId={page.id} title={t`Handoff document`} className={styles.frame} isPicture />
        </button>
        <Choices page={page} />
      </div>
      <IssuedDocuments key={page.id} page={page} />
    </section>
  );
}

/** Language, reader and parts of the document; the same on the page and over the preview. */
export function Choices({ page }: { readonly page: HandoffPage }) {
  const { t } = useLingui();
  const spoken = useLanguage();
  const language = useDocument((state) => state.language ?? spoken);
  const { audience, includeAssets, includeDone, includeReasons } = useDocument((state) => state.options);
  const readers = page.successor === 'contractor' ? audiences : audiences.filter((id) => id !== 'successor');
  return (
    <div className={styles.choices}>
      <Segmented
        label={t`Language of the document`}
        value={language}
        onChange={(id) => useDocument.setState({ language: isLanguage(id) ? id : null })}
        segments={[
          { id: 'ru', label: 'Русский', lang: 'ru' },
          { id: 'en', label: 'English', lang: 'en' },
        ]}
      />
      <Select
        label={t`For whom`}
        isLabelHidden
        value={audience}
        onChange={(id) => setOptions({ audience: audiences.find((each) => each === id) ?? 'client' })}
        options={readers.map((id) => ({ id, label: audienceWord(id) }))}
        className={styles.audience}
      />
      <Checkbox isSelected={includeAssets} onChange={(on) => setOptions({ includeAssets: on })}>
        {t`List of accesses`}
      </Checkbox>
      <Checkbox isSelected={includeDone} onChange={(on) => setOptions({ includeDone: on })}>
        {t`Items that are done`}
      </Checkbox>
      {audience === 'agency' && (
        <Checkbox isSelected={includeReasons} onChange={(on) => setOptions({ includeReasons: on })}>
          {t`Reasons for parting`}
        </Checkbox>
      )}
    </div>
  );
}
