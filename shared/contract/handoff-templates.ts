import { z } from 'zod';
import { handoffConditions } from '../content/handoff-conditions.ts';
import { call, code, commandId, id, language, line, optionalLine } from './call.ts';
import { sides } from './clients.ts';

const words = z.object({ en: z.string(), ru: z.string() });
/** The code of an item that ships, or the id of a partner's own. */
const dayOfPlan = z.number().int().min(0).max(30);

export const handoffTemplateItem = z.object({
  code: z.string(),
  section: z.string(),
  /** Days after day 0. */
  day: z.number().int(),
  side: z.enum(sides),
  isMandatory: z.boolean(),
  /** Null: it is in every plan. */
  condition: z.enum(handoffConditions).nullable(),
  after: z.array(z.string()).readonly(),
  /** One of the two may be empty in a partner's own; then the other one stands in for it. */
  title: words,
  titleWithoutContractor: words.nullable(),
  evidence: words,
  hasOwnTitle: z.boolean(),
  hasOwnEvidence: z.boolean(),
  isOwn: z.boolean(),
  /** It ships and says something else by now. */
  isChanged: z.boolean(),
});

const handoffTemplateView = z.object({
  id,
  name: words,
  isOwn: z.boolean(),
  /** It differs from what ships. */
  isChanged: z.boolean(),
  /** Of the month; the call afterwards is planned at closing. */
  items: z.array(handoffTemplateItem),
  /** They ship and are not in this template any more. */
  removed: z.array(handoffTemplateItem),
});

const reply = z.object({ revision: z.number().int() });
const item = { commandId, templateId: id, code };

export const handoffTemplates = {
  /** The one that ships comes first. */
  'handoff.templates': call(z.object({}), z.object({ templates: z.array(handoffTemplateView) })),
  /** A new template that says what the other one says. */
  'handoff.copyTemplate': call(
    z.object({ commandId, templateId: id, name: line }),
    z.object({ revision: z.number().int(), templateId: id }),
  ),
  'handoff.nameTemplate': call(z.object({ commandId, templateId: id, name: line }), reply),
  /** Only one of the partners' own. */
  'handoff.removeTemplate': call(z.object({ commandId, templateId: id }), reply),
  /** It says again what ships; items of one's own go. */
  'handoff.resetTemplate': call(z.object({ commandId, templateId: id }), reply),
  'handoff.addTemplateItem': call(
    z.object({ commandId, templateId: id, language, title: line, day: dayOfPlan, side: z.enum(sides) }),
    reply,
  ),
  /** Refused as `bad_input` when an item would wait for itself. */
  'handoff.editTemplateItem': call(
    z.object({
      ...item,
      title: z.object({ en: optionalLine, ru: optionalLine }).partial().optional(),
      evidence: z.object({ en: optionalLine, ru: optionalLine }).partial().optional(),
      day: dayOfPlan.optional(),
      side: z.enum(sides).optional(),
      isMandatory: z.boolean().optional(),
      condition: z.enum(handoffConditions).nullable().optional(),
      after: z.array(code).max(60).optional(),
    }),
    reply,
  ),
  'handoff.removeTemplateItem': call(z.object(item), reply),
  /** A removed one is back, as it was. */
  'handoff.returnTemplateItem': call(z.object(item), reply),
  /** One that ships says again what it shipped with. */
  'handoff.resetTemplateItem': call(z.object(item), reply),
  /** What is known of the client when a handoff is to begin. */
  'handoff.startFacts': call(
    z.object({ clientId: id }),
    z.object({
      /** Conditions that hold, with the names of what says so; none where it is said by no record of a name. */
      met: z.array(z.object({ condition: z.enum(handoffConditions), because: z.array(z.string()) })),
      /** Accounts in our name: each gets an item. */
      accounts: z.array(z.object({ id, name: z.string() })),
    }),
  ),
} as const;

export type HandoffTemplateItemView = z.infer<typeof handoffTemplateItem>;
export type HandoffTemplateView = z.infer<typeof handoffTemplateView>;
export type StartFacts = z.infer<(typeof handoffTemplates)['handoff.startFacts']['output']>;
