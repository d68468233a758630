import { z } from 'zod';
import { card } from './board.ts';
import { call, commandId, day, id, instant, language, line, optionalLine, text } from './call.ts';

export const contactRoles = ['owner', 'marketing', 'project_manager', 'cto', 'finance', 'it', 'other'] as const;
export const sides = ['agency', 'client', 'successor'] as const;
export const dossierKinds = ['agreement', 'how_it_works', 'decision', 'watch', 'open_question'] as const;

export const contact = z.object({
  id,
  name: z.string(),
  role: z.string(),
  /** Free words beside the role: "warehouse and ERP". */
  roleNote: z.string(),
  email: z.string(),
  phone: z.string(),
  decides: z.boolean(),
  setsTasks: z.boolean(),
  acceptsResults: z.boolean(),
  pays: z.boolean(),
  isTechnical: z.boolean(),
  leftOn: day.nullable(),
});

export const task = z.object({
  id,
  clientId: id,
  noteId: id.nullable(),
  title: z.string(),
  side: z.string(),
  person: z.string(),
  dueOn: day.nullable(),
  doneAt: instant.nullable(),
});

export const dossierLine = z.object({
  id,
  kind: z.string(),
  text: z.string(),
  /** For decisions: the day it was made, when it is known. */
  decidedOn: day.nullable(),
});

export const engagement = z.object({
  id,
  kind: z.string(),
  title: z.string(),
  startOn: day,
  endOn: day.nullable(),
  /** Empty while it runs. */
  endReason: z.string(),
});

/** What began a stage of the client's path. */
export const stageChange = z.object({
  id,
  to: z.string(),
  happenedAt: instant,
  reason: z.string(),
  /** The name of the partner who made it. */
  by: z.string().nullable(),
});

export const clientPage = z.object({
  card,
  /** Oldest first. */
  stageChanges: z.array(stageChange),
  language: language.nullable(),
  contacts: z.array(contact),
  engagements: z.array(engagement),
  /** Open tasks first by due date, then the ten last done. */
  tasks: z.array(task),
  /** More were done than those ten. */
  hasEarlierTasks: z.boolean(),
  dossier: z.array(dossierLine),
  /** The note left unfinished in the composer, if any; never one that is dated ahead. */
  draftNoteId: id.nullable(),
  /** All unfinished notes, meetings that are prepared among them, the latest first. */
  drafts: z.array(z.object({ id, kind: z.string(), happenedAt: instant, title: z.string() })),
  runningHandoffId: id.nullable(),
  lastHandoffId: id.nullable(),
});

const timelineBase = { id, happenedAt: instant };
export const timelineEntry = z.discriminatedUnion('type', [
  z.object({
    ...timelineBase,
    type: z.literal('note'),
    kind: z.string(),
    /** First heading or first line. */
    title: z.string(),
    /** The Markdown without the title line; of a very long note only its beginning, with `isCut`. */
    body: z.string(),
    isCut: z.boolean(),
    attendees: z.array(z.string()),
    initiatedBy: z.string().nullable(),
    tasksDone: z.number().int(),
    tasksTotal: z.number().int(),
    /** Signs marked with this note: catalogue codes. */
    signals: z.array(z.string()),
    /** Its editor was never closed. */
    isBeingEdited: z.boolean(),
  }),
  z.object({
    ...timelineBase,
    type: z.literal('stage'),
    from: z.string().nullable(),
    to: z.string(),
    reason: z.string(),
    /** The name of the partner who made it. */
    by: z.string().nullable(),
  }),
  z.object({
    ...timelineBase,
    type: z.literal('handoff'),
    handoffId: id,
    event: z.enum(['started', 'extended', 'closed', 'cancelled', 'document']),
    detail: z.string(),
  }),
  z.object({
    ...timelineBase,
    type: z.literal('engagement'),
    event: z.enum(['started', 'ended']),
    kind: z.string(),
    title: z.string(),
    /** Why it ended. */
    reason: z.string(),
  }),
  z.object({
    ...timelineBase,
    type: z.literal('report'),
    kind: z.string(),
    period: z.string(),
    summary: z.string(),
  }),
  z.object({
    ...timelineBase,
    type: z.literal('reading'),
    kpi: z.string(),
    unit: z.string(),
    value: z.string(),
    remark: z.string(),
  }),
  z.object({
    ...timelineBase,
    type: z.literal('insight'),
    kind: z.string(),
    title: z.string(),
    isBeyondContract: z.boolean(),
  }),
  z.object({
    ...timelineBase,
    type: z.literal('request'),
    event: z.enum(['asked', 'answered']),
    wish: z.string(),
    result: z.string(),
    words: z.string(),
  }),
  z.object({
    ...timelineBase,
    type: z.literal('intent'),
    hasPlan: z.string(),
    saidBy: z.string(),
    words: z.string(),
  }),
  z.object({
    ...timelineBase,
    type: z.literal('trial'),
    side: z.enum(['ours', 'theirs']),
    verdict: z.string(),
    words: z.string(),
  }),
  z.object({ ...timelineBase, type: z.literal('trial_begun'), successSign: z.string() }),
  z.object({ ...timelineBase, type: z.literal('impression'), words: z.string() }),
  z.object({
    ...timelineBase,
    type: z.literal('signal'),
    event: z.enum(['marked', 'ended']),
    code: z.string(),
    /** What it was seen by. */
    evidence: z.string(),
    isStillTrue: z.boolean(),
  }),
  z.object({
    ...timelineBase,
    type: z.literal('snooze'),
    untilOn: day,
    reason: z.string(),
    /** What was put off: a kind, with the title, name or period that tells it from its like. */
    subjects: z.array(z.object({ kind: z.string(), name: z.string() })),
  }),
  /** What was done and came from no note; what stands in one is told there. */
  z.object({
    ...timelineBase,
    type: z.literal('task'),
    title: z.string(),
    side: z.string(),
    person: z.string(),
  }),
  z.object({ ...timelineBase, type: z.literal('decision'), text: z.string() }),
  /** Somebody of the client’s is no longer there. */
  z.object({ ...timelineBase, type: z.literal('left'), name: z.string() }),
]);

/** The spot of an entry in the history. */
const spot = z.object({ happenedAt: instant, id });
export const timelineFilters = ['all', 'notes', 'stages', 'figures'] as const;

const revision = z.number().int();
const clientReply = z.object({ revision, page: clientPage });
const yesNo = z.boolean().optional();

export const contactFields = {
  name: line.optional(),
  role: z.enum(contactRoles).optional(),
  roleNote: optionalLine.optional(),
  email: optionalLine.optional(),
  phone: optionalLine.optional(),
  decides: yesNo,
  setsTasks: yesNo,
  acceptsResults: yesNo,
  pays: yesNo,
  isTechnical: yesNo,
  leftOn: day.nullable().optional(),
};

export const clients = {
  'clients.open': call(z.object({ clientId: id }), clientReply),
  'clients.edit': call(
    z.object({
      commandId,
      clientId: id,
      name: line.optional(),
      partnerId: id.nullable().optional(),
      contactNormDays: z.number().int().min(1).max(365).nullable().optional(),
      language: language.nullable().optional(),
      /** Start of the first engagement. */
      sinceOn: day.optional(),
    }),
    clientReply,
  ),
  'clients.delete': call(z.object({ commandId, clientId: id }), z.object({ revision })),
  'clients.addContact': call(z.object({ commandId, clientId: id, ...contactFields, name: line }), clientReply),
  'clients.editContact': call(z.object({ commandId, contactId: id, ...contactFields }), clientReply),
  'clients.deleteContact': call(z.object({ commandId, contactId: id }), clientReply),
  'clients.addTask': call(
    z.object({
      commandId,
      clientId: id,
      title: line,
      side: z.enum(sides),
      person: optionalLine,
      dueOn: day.nullable(),
    }),
    clientReply,
  ),
  /** One task, also one that was done so long ago that the page leaves it out; null when it is gone. */
  'clients.task': call(z.object({ taskId: id }), z.object({ task: task.nullable() })),
  'clients.editTask': call(
    z.object({
      commandId,
      taskId: id,
      title: line.optional(),
      side: z.enum(sides).optional(),
      person: optionalLine.optional(),
      dueOn: day.nullable().optional(),
      done: yesNo,
    }),
    clientReply,
  ),
  'clients.deleteTask': call(z.object({ commandId, taskId: id }), clientReply),
  'clients.addDossierLine': call(
    z.object({
      commandId,
      clientId: id,
      kind: z.enum(dossierKinds),
      text: text.min(1),
      decidedOn: day.nullable().optional(),
    }),
    clientReply,
  ),
  'clients.editDossierLine': call(
    z.object({ commandId, lineId: id, text: text.min(1).optional(), decidedOn: day.nullable().optional() }),
    clientReply,
  ),
  'clients.deleteDossierLine': call(z.object({ commandId, lineId: id }), clientReply),
  /** Newest first: what lies below the spot `before`, down to the spot `until` and with it when there is one. */
  'clients.timeline': call(
    z.object({
      clientId: id,
      filter: z.enum(timelineFilters),
      before: spot.nullable(),
      until: spot.optional(),
      limit: z.number().int().min(1).max(200),
    }),
    z.object({ entries: z.array(timelineEntry), more: z.boolean() }),
  ),
  /** Names and stages of all clients for pickers, the last seen first when a partner opened it here. */
  'clients.names': call(
    z.object({}),
    z.object({ clients: z.array(z.object({ id, name: z.string(), stage: z.string() })) }),
  ),
} as const;

export type Contact = z.infer<typeof contact>;
export type Task = z.infer<typeof task>;
export type DossierLine = z.infer<typeof dossierLine>;
export type DossierKind = (typeof dossierKinds)[number];
export type Side = (typeof sides)[number];
export type ClientPage = z.infer<typeof clientPage>;
export type TimelineEntry = z.infer<typeof timelineEntry>;
export type TimelineSpot = z.infer<typeof spot>;
export type TimelineFilter = (typeof timelineFilters)[number];
