import type { MessageDescriptor } from '@lingui/core';
import { msg, plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import type { CallOutput } from '../../shared/contract/contract.ts';
import type { CopyKind, HoldingCopy } from '../../shared/contract/erasing.ts';
import { ApiError, call } from '../api.ts';
import { Button } from '../ui/button.tsx';
import { useToday } from '../ui/clock.ts';
import { sentenceFor } from '../ui/error-sentences.ts';
import { Form } from '../ui/form.tsx';
import { formatBytes, formatShortDay } from '../ui/format.ts';
import { useLanguage } from '../ui/session.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { showProblem, showToast } from '../ui/toast.ts';
import { i18n } from '../ui/words.ts';
import { PassphraseField } from './backups/passphrase-field.tsx';
import styles from './erasing.module.css';

const kindWords: Readonly<Record<CopyKind, MessageDescriptor>> = {
  backup: msg`Backup`,
  set_aside: msg`Data set aside when another file took its place`,
  moved: msg`Data left behind when it moved to another folder`,
  rescued: msg`Data rescued when its file was taken away`,
  left: msg`Left over from work that was cut short`,
};

type Found = CallOutput<'erasing.copies'>;

interface Copies {
  /** Null while they are looked for. */
  readonly found: Found | null;
  readonly problem: unknown;
  readonly take: (found: Found) => void;
}

function useCopies(erasureId: string): Copies {
  const [found, setFound] = useState<Found | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  useEffect(() => {
    let isGone = false;
    call('erasing.copies', { erasureId }).then(
      (reply) => {
        if (!isGone) setFound(reply);
      },
      (refused: unknown) => {
        if (!isGone) setProblem(refused);
      },
    );
    return () => {
      isGone = true;
    };
  }, [erasureId]);
  return { found, problem, take: setFound };
}

/** Copies that were made before the erasure and hold the client yet, with a way to write them anew without it. */
export function HoldingCopies({ erasureId }: { readonly erasureId: string }) {
  const { t } = useLingui();
  const { found, problem, take } = useCopies(erasureId);
  const { copies = [], unseenFolders = [] } = found ?? {};
  return (
    <section className={styles.part}>
      <h3 className={styles.heading}>{t`Copies that still hold this client`}</h3>
      {problem !== null && <p className={styles.stop}>{sentenceFor(problem)}</p>}
      {problem === null && found === null && <Skeleton height={64} />}
      {found !== null && copies.length === 0 && (
        <p className={styles.quiet}>
          {unseenFolders.length === 0 ? t`None that the program knows of.` : t`None that the program could look at.`}
        </p>
      )}
      {copies.length > 0 && <CopyList erasureId={erasureId} copies={copies} onRewritten={take} />}
      {unseenFolders.map((folder) => (
        <p key={folder} className={styles.stop}>
          {t`${folder} could not be looked at, and copies in it may still hold the client. Connect its disk and open this again, unless the folder is gone for good.`}
        </p>
      ))}
    </section>
  );
}

interface CopyListProps {
  readonly erasureId: string;
  readonly copies: readonly HoldingCopy[];
  readonly onRewritten: (left: Found) => void;
}

function CopyList({ erasureId, copies, onRewritten }: CopyListProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const today = useToday();
  const [passphrase, setPassphrase] = useState('');
  const [refused, setRefused] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const own = copies.filter(({ isOfOther }) => !isOfOther);
  const [isAnyOpen, isAnySealed] = [own.some(({ isReadable }) => isReadable), own.some(({ isSealed }) => isSealed)];
  const rewrite = async () => {
    if (!isAnyOpen && passphrase === '') return false;
    setBusy(true);
    try {
      const asked = { erasureId, ...(passphrase === '' ? {} : { passphrase }) };
      const { rewritten, left, unseenFolders } = await call('erasing.rewriteCopies', asked);
      setPassphrase('');
      onRewritten({ copies: left, unseenFolders });
      showToast({
        text: i18n.t(msg`${plural(rewritten, { one: '#\u00a0copy rewritten', other: '#\u00a0copies rewritten' })}`),
      });
      return true;
    } catch (problem) {
      if (problem instanceof ApiError && problem.code === 'passphrase_wrong') setRefused(sentenceFor(problem));
      else showProblem(problem);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <ul className={styles.copies} aria-label={t`Copies that still hold this client`}>
        {copies.map((copy) => (
          <li key={`${copy.folder}/${copy.fileName}`}>
            <span>
              {copy.fileName}
              <span className={styles.facts}> · {i18n.t(kindWords[copy.kind])}</span>
              <WayWithCopy copy={copy} />
            </span>
            <span className={styles.facts}>
              {formatShortDay(language, copy.changedAt, today)}, {formatBytes(language, copy.bytes)}
            </span>
          </li>
        ))}
      </ul>
      {(isAnyOpen || isAnySealed) && (
        <Form className={styles.rewriting} onSubmit={rewrite}>
          <p className={styles.quiet}>
            {t`Each is written anew without the client and checked; only then the old one goes.`}
          </p>
          {isAnySealed && (
            <PassphraseField
              label={t`Passphrase of the encrypted ones`}
              value={passphrase}
              onChange={(typed) => {
                setPassphrase(typed);
                setRefused(null);
              }}
              problem={refused}
            />
          )}
          <div className={styles.act}>
            <Button type="submit" isDisabled={!isAnyOpen && passphrase === ''} isPending={isBusy}>
              {isBusy ? t`Rewriting…` : t`Rewrite the copies`}
            </Button>
          </div>
        </Form>
      )}
    </>
  );
}

/** What to do with a copy that is not rewritten from here. */
function WayWithCopy({ copy: { folder, isReadable, isSealed, isOfOther } }: { readonly copy: HoldingCopy }) {
  const { t } = useLingui();
  if (isReadable && !isOfOther) return null;
  const ofThisComputer = isSealed
    ? t`It is encrypted and was made before: rewrite it with its passphrase, or delete it by hand in ${folder}.`
    : t`It cannot be opened. Delete it by hand in ${folder}, if nobody needs it.`;
  return (
    <span className={styles.facts}>
      <br />
      {isOfOther
        ? t`Another computer made it: erase the client and rewrite the copies there too. It lies in ${folder}.`
        : ofThisComputer}
    </span>
  );
}
