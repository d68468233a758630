import { sides } from '../../../shared/contract/clients.ts';
import type { CallName } from '../../../shared/contract/contract.ts';
import type { CasesOf, Scene } from './scene-in-test.ts';

type Templates = Extract<CallName, `handoff.${string}${'Template' | 'TemplateItem'}` | 'handoff.templates'>;

async function templates(scene: Scene) {
  return (await scene.ask('handoff.templates', {})).templates;
}

/** The partners' own where there is one. */
async function oneTemplate(scene: Scene, isFit: (template: Found) => boolean = () => true): Promise<Found> {
  const all = (await templates(scene)).filter(isFit);
  const own = all.filter(({ isOwn }) => isOwn);
  return scene.any(...(own.length > 0 && scene.flag() ? own : all));
}

type Found = Awaited<ReturnType<typeof templates>>[number];

const oneItem = async (scene: Scene) => {
  const { id, items } = await oneTemplate(scene);
  return { ...scene.command(), templateId: id, code: scene.any(...items.map(({ code }) => code)) };
};

export const templateCases: Pick<CasesOf<'handoff'>, Templates> = {
  'handoff.templates': () => ({}),
  'handoff.copyTemplate': async (scene) => ({
    ...scene.command(),
    templateId: (await oneTemplate(scene)).id,
    name: scene.line(),
  }),
  'handoff.nameTemplate': async (scene) => ({
    ...scene.command(),
    templateId: (await oneTemplate(scene, ({ isOwn }) => isOwn)).id,
    name: scene.line(),
  }),
  'handoff.addTemplateItem': async (scene) => ({
    ...scene.command(),
    templateId: (await oneTemplate(scene)).id,
    title: scene.line(),
    day: scene.any(29, 3),
    side: scene.any(...sides),
    language: scene.any('en', 'ru'),
  }),
  'handoff.editTemplateItem': async (scene) => ({
    ...(await oneItem(scene)),
    title: scene.maybe({ en: scene.line() }),
    evidence: scene.maybe({ ru: scene.line() }),
    day: scene.maybe(scene.any(4, 20)),
    isMandatory: scene.maybe(scene.flag()),
    after: scene.maybe([]),
  }),
  'handoff.resetTemplateItem': async (scene) => {
    const { id, items } = await oneTemplate(scene, (template) => template.items.some(({ isChanged }) => isChanged));
    const changed = items.filter(({ isChanged }) => isChanged).map(({ code }) => code);
    return { ...scene.command(), templateId: id, code: scene.any(...changed) };
  },
  'handoff.removeTemplateItem': async (scene) => oneItem(scene),
  'handoff.returnTemplateItem': async (scene) => {
    const { id, removed } = await oneTemplate(scene, (template) => template.removed.length > 0);
    return { ...scene.command(), templateId: id, code: scene.any(...removed.map(({ code }) => code)) };
  },
  'handoff.resetTemplate': async (scene) => ({ ...scene.command(), templateId: (await oneTemplate(scene)).id }),
  'handoff.removeTemplate': async (scene) => ({
    ...scene.command(),
    templateId: (await oneTemplate(scene, ({ isOwn }) => isOwn)).id,
  }),
};
