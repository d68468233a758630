import type { Id, Instant } from '../../../shared/contract/call.ts';
import {
  fillEnd,
  fillEngagement,
  fillFlag,
  fillNewClient,
  fillNextStep,
  fillNote,
  fillPresent,
  fillStep,
  type NewClient,
} from './fill-client.ts';
import type { Calendar, Happening } from './filling.ts';
import type { Ago } from './sample-client.ts';

/** All that happened with one company, each thing on its own day. */
export function clientHistory(calendar: Calendar, newClient: NewClient): readonly Happening[] {
  const { client, clientId } = newClient;
  const { dayAgo, instantAgo, now } = calendar;
  const by = client.partner;
  let contacts: readonly Id[] = [];
  const cameAt = earliest([client.since, ...client.path.map(({ ago }) => ago)].map((ago) => instantAgo(ago)));
  const came: Happening = {
    name: 'board.createClient',
    at: cameAt,
    by,
    fill: async (filling) => {
      contacts = await fillNewClient(filling, newClient);
    },
  };
  const signed: Happening = {
    name: 'clients.edit',
    at: instantAgo(client.since),
    by,
    fill: (filling) => fillEngagement(filling, clientId, dayAgo(client.since)),
  };
  const notes = client.notes.map((note): Happening => ({
    name: 'notes.write',
    at: latest([instantAgo(note.ago, 7), cameAt]),
    by,
    fill: (filling) => fillNote(filling, { clientId, partnerId: filling.partners[by], contacts }, note),
  }));
  const flags = (client.flags ?? []).map((flag): Happening => ({
    name: 'clients.edit',
    at: instantAgo(flag.ago, 10),
    by,
    fill: (filling) => fillFlag(filling, clientId, flag),
  }));
  const known: Happening = {
    name: 'clients.addDossierLine',
    at: now,
    by,
    fill: (filling) => fillPresent(filling, clientId, client),
  };
  return [
    came,
    signed,
    ...pathOf(calendar, newClient),
    ...notes,
    ...flags,
    ...stepOf(calendar, newClient, cameAt),
    known,
  ];
}

function pathOf({ dayAgo, instantAgo }: Calendar, { client, clientId }: NewClient): readonly Happening[] {
  const { ended } = client;
  const steps = client.path.map(({ to, ago, reason }, index): Happening => ({
    name: 'board.moveClient',
    at: instantAgo(ago, 9),
    by: client.partner,
    fill: (filling) => {
      const from = client.path[index - 1]?.to ?? null;
      return fillStep(filling, clientId, { from, to, reason: reason ? filling.say(reason) : '' });
    },
  }));
  if (ended === undefined) return steps;
  const end: Happening = {
    name: 'handoff.end',
    at: instantAgo(ended.ago, 9),
    by: client.partner,
    fill: (filling) => fillEnd(filling, clientId, { on: dayAgo(ended.ago), reason: filling.say(ended.reason) }),
  };
  return [...steps, end];
}

/** What is overdue was promised well before it was due. */
function stepOf({ instantAgo }: Calendar, { client, clientId }: NewClient, cameAt: Instant): readonly Happening[] {
  const { step } = client;
  if (step === undefined) return [];
  const ago: Ago = { days: 5 + Math.max(0, -(step.inDays ?? 0)) };
  return [
    {
      name: 'clients.addTask',
      at: latest([instantAgo(ago, 11), cameAt]),
      by: client.partner,
      fill: (filling) => fillNextStep(filling, clientId, step),
    },
  ];
}

function earliest(moments: readonly Instant[]): Instant {
  return moments.reduce((one, other) => (other < one ? other : one));
}

function latest(moments: readonly Instant[]): Instant {
  return moments.reduce((one, other) => (other > one ? other : one));
}
