import { Trans, useLingui } from '@lingui/react/macro';
import { shortLine } from '../../shared/short-line.ts';
import { useEffect, useRef, useState } from 'react';
import { Banner, BannerStack } from './banner.tsx';
import { Button } from './button.tsx';
import { beforeLeaving } from './closing.ts';
import { copyText } from './copy.ts';
import { IconButton } from './icon-button.tsx';
import { type KeptWords, letGo, recallKeptWords, saveKeptWords, saveOrKeep, useKeptWords } from './kept-words.ts';
import styles from './kept-words-bar.module.css';
import { focusIfLost, mainOfPage } from './lost-focus.ts';
import { showToast } from './toast.ts';

/** Words whose field is gone and which could not be saved, at the foot of the window until they are dealt with. */
export function KeptWordsBar() {
  const kept = useKeptWords((words) => words.kept);
  // Of a file that is not open nothing is known, and the page says so.
  useEffect(() => void recallKeptWords().catch(() => undefined), []);
  return kept.length === 0 ? null : <Bar kept={kept} />;
}

function Bar({ kept }: { readonly kept: readonly KeptWords[] }) {
  const { t } = useLingui();
  const bar = useRef<HTMLElement>(null);
  useEffect(() => {
    if (bar.current === null) return undefined;
    return beforeLeaving(bar.current, async () => {
      const results = await Promise.all(useKeptWords.getState().kept.map(saveOrKeep));
      return results.every(Boolean);
    });
  }, []);
  return (
    <BannerStack reference={bar} label={t`Words that are not saved`}>
      {kept.map((words) => (
        <Words key={words.id} words={words} />
      ))}
    </BannerStack>
  );
}

/** Enough to know them again; all of them go into the clipboard. */
const longestShown = 300;

function Words({ words: kept }: { readonly words: KeptWords }) {
  const { t } = useLingui();
  const [isBusy, setBusy] = useState(false);
  const { id, place, label, words, problem, save } = kept;
  const where = [place, label].filter(Boolean).join(', ');
  const tryAgain = async () => {
    setBusy(true);
    if (await saveKeptWords(kept)) focusIfLost(mainOfPage);
    setBusy(false);
  };
  return (
    <Banner
      tone="danger"
      icon="risk"
      role="alert"
      actions={
        <>
          {problem === undefined && save !== null && (
            <Button size="small" isPending={isBusy} onPress={() => void tryAgain()}>
              <Trans context="saving">Try again</Trans>
            </Button>
          )}
          {words !== '' && (
            <Button
              size="small"
              onPress={() => {
                if (copyText(words)) showToast({ text: t`The text is in the clipboard` });
              }}
            >
              <Trans>Copy</Trans>
            </Button>
          )}
          <IconButton
            icon="close"
            size="small"
            label={t`Discard these words`}
            onPress={() => {
              letGo(id);
              focusIfLost(mainOfPage);
            }}
          />
        </>
      }
    >
      {/* Not <Trans>: it would look for elements in the name. */}
      <strong>{t`Not saved: ${where}`}</strong>
      {problem !== undefined && <span> {problem}</span>}
      {problem === undefined && save === null && (
        <span>
          {' '}
          <Trans>They are from before the last start: copy them to where they belong.</Trans>
        </span>
      )}
      <span className={styles.words}>{words === '' ? t`emptied` : shortLine(words, longestShown)}</span>
    </Banner>
  );
}
