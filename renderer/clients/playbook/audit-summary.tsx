import { useLingui } from '@lingui/react/macro';
import { auditTopics } from '../../../shared/contract/client-playbook.ts';
import type { PartProps } from './part-props.ts';

/** «3 из 5 оценено». */
export function AuditSummary({ playbook }: Pick<PartProps, 'playbook'>) {
  const { t } = useLingui();
  const total = auditTopics.length;
  const rated = playbook.audit.filter(({ score }) => score !== null).length;
  return <>{rated === 0 ? t`not begun` : t`${rated} of ${total} rated`}</>;
}
