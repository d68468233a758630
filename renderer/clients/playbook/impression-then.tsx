import { Trans } from '@lingui/react/macro';
import { useToday } from '../../ui/clock.ts';
import { formatDay } from '../../ui/format.ts';
import { useLanguage } from '../../ui/session.ts';
import type { PartProps } from './part-props.ts';
import look from './trial-view.module.css';

/** What was thought on the first day, to be read before a verdict is given. */
export function ImpressionThen({ page, playbook }: PartProps) {
  const language = useLanguage();
  const today = useToday();
  const { firstImpression, firstImpressionOn } = playbook;
  if (firstImpression === '' || firstImpressionOn === null) return null;
  return (
    <figure className={look.impression}>
      <figcaption>
        <Trans>First impression, {formatDay(language, firstImpressionOn, today)}</Trans>
      </figcaption>
      <blockquote lang={page.language ?? undefined}>{firstImpression}</blockquote>
    </figure>
  );
}
