import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useRef, useState } from 'react';
import type { CallInput } from '../../shared/contract/contract.ts';
import type { DocumentFormat, HandoffPage } from '../../shared/contract/handoff.ts';
import { isLanguage, type Language } from '../../shared/language.ts';
import { call, newCommandId } from '../api.ts';
import { announce } from '../ui/announce.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { closeOverlay } from '../ui/navigation.ts';
import { Segmented } from '../ui/segmented.tsx';
import { useLanguage } from '../ui/session.ts';
import styles from './brief-dialog.module.css';
import { BriefFindings } from './brief-findings.tsx';
import { FormatButton } from './export-button.tsx';
import { saveDocument } from './export-document.ts';
import { useHandoff } from './handoff-store.ts';
import { PaperFrame } from '../ui/paper-frame.tsx';
import { useBriefCheck } from './use-brief-check.ts';
import { useHandoffOfOverlay } from './use-handoff-of-overlay.ts';

type BriefOptions = CallInput<'handoff.checkBrief'>['options'];

/** What three candidates get to read: the paper itself, and beside it what should not leave with it. */
export function BriefDialog({ handoffId }: { readonly handoffId: string }) {
  const page = useHandoffOfOverlay(handoffId);
  return page === null ? null : <Brief page={page} />;
}

function Brief({ page }: { readonly page: HandoffPage }) {
  const { t } = useLingui();
  const spoken = useLanguage();
  const revision = useHandoff((handoff) => handoff.revision);
  const [language, setLanguage] = useState<Language>(spoken);
  const [includeGoals, setIncludeGoals] = useState(false);
  const [pages, setPages] = useState<number | null>(null);
  const options: BriefOptions = { language, includeGoals };
  const check = useBriefCheck(page.id, options);
  const findings = useRef<HTMLDivElement>(null);
  const toFindings = () => {
    check.again();
    findings.current?.querySelector<HTMLElement>('button')?.focus();
    announce(t`The brief stays here until each place is mended or called harmless.`, 'assertive');
  };
  return (
    <Dialog
      onClose={closeOverlay}
      label={t`Brief for candidates`}
      width="wide"
      className={styles.dialog}
      note={pages !== null && t`${plural(pages, { one: '#\u00a0A4 page', other: '#\u00a0A4 pages' })}`}
      actions={
        <>
          <Button look="quiet" onPress={closeOverlay}>
            {t`Close`}
          </Button>
          <FormatButton save={(format) => exportBrief(page.id, format, { options, onStopped: toFindings })} />
        </>
      }
    >
      <div className={styles.preview}>
        <aside className={styles.side}>
          <h2 className={styles.title}>{t`Brief for candidates`}</h2>
          <p className={styles.lead}>
            {t`The same facts for everybody: no prices, no vaults, no names of others. Made from the dossier.`}
          </p>
          <Segmented
            label={t`Language of the document`}
            value={language}
            onChange={(id) => setLanguage(isLanguage(id) ? id : spoken)}
            segments={[
              { id: 'ru', label: 'Русский', lang: 'ru' },
              { id: 'en', label: 'English', lang: 'en' },
            ]}
          />
          <Checkbox isSelected={includeGoals} onChange={setIncludeGoals} aria-describedby="brief-goals">
            {t`Goals and figures of the client`}
          </Checkbox>
          <p id="brief-goals" className={styles.hint}>
            {t`Only when the client agreed to it. Figures in money stay here.`}
          </p>
          <div ref={findings} className={styles.findings}>
            <BriefFindings page={page} check={check} />
          </div>
        </aside>
        <PaperFrame
          address={addressOf(page.id, options, revision)}
          title={t`Brief for candidates`}
          className={styles.frame}
          onPages={setPages}
        />
      </div>
    </Dialog>
  );
}

function addressOf(handoffId: string, { language, includeGoals }: BriefOptions, revision: number): string {
  const parameters = new URLSearchParams({ language, goals: includeGoals ? '1' : '0', revision: String(revision) });
  return `/document/${handoffId}/brief?${parameters.toString()}`;
}

interface BriefExport {
  readonly options: BriefOptions;
  readonly onStopped: () => void;
}

function exportBrief(handoffId: string, format: DocumentFormat, { options, onStopped }: BriefExport): void {
  const wanted = { commandId: newCommandId(), handoffId, format, options };
  void saveDocument({
    format,
    send: () => call('handoff.exportBrief', wanted),
    stoppedBy: 'brief_not_neutral',
    onStopped,
    elsewhere: () => exportBrief(handoffId, format, { options, onStopped }),
  });
}
