import { editTemplateItem, removeTemplateItem } from '../../../db/handoff-template-items.ts';
import { addTemplateItem, copyTemplate } from '../../../db/handoff-template-changes.ts';
import { shippedTemplateId } from '../../../db/handoff-templates.ts';
import type { Calendar, Filling, Happening } from './filling.ts';
import { words } from './sample-client.ts';

const name = words('Небольшой сайт', 'A small site');
const badge = words('Вернуть пропуск и ключи от переговорной', 'Return the pass and the keys of the meeting room');

/** What a small site has none of. */
const leftOut = ['C4', 'I4', 'F4'];

/** A template of the partners' own, made when the first small site left. */
export function shortTemplate({ instantAgo }: Calendar): Happening {
  return { name: 'handoff.copyTemplate', at: instantAgo({ months: 9 }), by: 'gleb', fill };
}

async function fill({ writer, stamp, say }: Filling): Promise<void> {
  const templateId = stamp.newId();
  await copyTemplate(writer, stamp, { templateId: shippedTemplateId, copyId: templateId, name: say(name) });
  for (const code of leftOut) await removeTemplateItem(writer, stamp, { templateId, code });
  await editTemplateItem(writer, stamp, { templateId, code: 'D7', day: 9 });
  await editTemplateItem(writer, stamp, { templateId, code: 'D3', condition: 'hosting' });
  const language = say({ en: 'en', ru: 'ru' }) === 'ru' ? 'ru' : 'en';
  await addTemplateItem(writer, stamp, { templateId, language, title: say(badge), day: 29, side: 'client' });
}
