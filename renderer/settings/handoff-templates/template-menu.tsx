import { useLingui } from '@lingui/react/macro';
import type { HandoffTemplateView } from '../../../shared/contract/handoff-templates.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { useLanguage } from '../../ui/session.ts';
import { copyTemplate, removeTemplate, resetTemplate } from './template-calls.ts';

/** What is seldom needed of a template. */
export function TemplateMenu({ template }: { readonly template: HandoffTemplateView }) {
  const { t } = useLingui();
  const language = useLanguage();
  const { id, isOwn, isChanged } = template;
  const name = template.name[language];
  const copy = {
    id: 'copy',
    label: t`Make a copy`,
    icon: 'document',
    onAction: () => {
      const words = t({ message: `${name}, copy`, context: 'a handoff template' });
      void copyTemplate(id, Array.from(words).slice(0, 200).join(''));
    },
  } as const;
  const reset = {
    id: 'reset',
    label: t`Bring back the original`,
    icon: 'undo',
    onAction: () => void resetTemplate(id, name),
  } as const;
  const remove = {
    id: 'remove',
    label: t`Remove the template`,
    icon: 'trash',
    onAction: () => void removeTemplate(id, name),
  } as const;
  return (
    <Menu
      label={t`More about the template`}
      groups={[{ id: 'template', entries: [copy, ...(isChanged ? [reset] : []), ...(isOwn ? [remove] : [])] }]}
    >
      <IconButton icon="more" label={t`More about the template`} />
    </Menu>
  );
}
