import { expect, test } from 'vitest';
import { wellKnown } from '../clients/well-known-in-test.ts';
import { weekdaysCalendar } from '../content/calendars.ts';
import { type DrillFacts, fireDrill } from './fire-drill.ts';
import { makePlan, type PlanOptions } from './plan.ts';
import { transferItems } from './transfer-items.ts';

const today = '2026-11-23';
const options: PlanOptions = { startOn: today, successor: 'contractor', extended: [], calendar: weekdaysCalendar };
const hosting = { id: 'hosting', name: 'Hosting', whereKept: 'the vault', owner: 'client' };
const whole: DrillFacts = { ...wellKnown, assets: [hosting], hasLead: true };
const plan = makePlan(options);

const lacks = (facts: Partial<DrillFacts>, steps = plan) =>
  Object.fromEntries(
    fireDrill(steps, { ...whole, ...facts }, today)
      .steps.filter((step) => step.lacks.length > 0)
      .map((step) => [step.item.code, step.lacks.map(({ check }) => check)]),
  );

test('of whom all is known no step lacks anything', () => {
  const drill = fireDrill(plan, whole, today);
  expect(drill.ready).toBe(plan.length);
  expect(drill.steps.map(({ item }) => item.dueOn)).toEqual(plan.map(({ dueOn }) => dueOn).toSorted());
});

test('of whom nothing is known only what needs nothing lacks nothing', () => {
  const drill = fireDrill(plan, { ...whole, contacts: [], dossier: [], assets: [] }, today);
  expect(drill.ready).toBeLessThan(plan.length);
  expect(drill.ready).toBeGreaterThan(0);
  expect(drill.steps.filter(({ item }) => item.side === 'client').every((step) => step.lacks.length > 0)).toBe(true);
});

test('each part of the dossier is missed by the steps that hand it over', () => {
  const without = (kind: string) => lacks({ dossier: whole.dossier.filter((line) => line.kind !== kind) });
  expect(without('watch')).toEqual({ G4: ['watch'] });
  expect(without('agreement')).toEqual({ G3: ['agreement'], I1: ['agreement'] });
  expect(Object.keys(without('how_it_works'))).toEqual(expect.arrayContaining(['C2', 'E3', 'G1', 'I1', 'I2']));
});

test('nobody who accepts, sets tasks or knows the technical side is missed by the client’s steps', () => {
  const without = (part: Partial<DrillFacts['contacts'][number]>) =>
    lacks({ contacts: whole.contacts.map((contact) => ({ ...contact, ...part })) });
  expect(without({ acceptsResults: false })).toMatchObject({ B2: ['accepts_results'], J2: ['accepts_results'] });
  expect(without({ setsTasks: false })).toMatchObject({ A3: ['sets_tasks'], C5: ['sets_tasks'] });
  expect(without({ isTechnical: false })).toMatchObject({ D3: ['technical'], D7: ['technical'] });
});

test('without a partner who leads each of our steps lacks one', () => {
  const { steps } = fireDrill(plan, { ...whole, hasLead: false }, today);
  for (const { item, lacks: missing } of steps) {
    expect(missing.map(({ check }) => check)).toEqual(item.side === 'agency' ? ['lead'] : []);
  }
});

test('an account in our name without a vault is missed by its own step, by name', () => {
  const mail = { id: 'mail', name: 'Mail', whereKept: ' ', owner: 'us' };
  const facts = { ...whole, assets: [hosting, mail] };
  const { steps } = fireDrill([...plan, ...transferItems([hosting, mail], options)], facts, today);
  const of = (code: string) => steps.find(({ item }) => item.code === code)?.lacks;
  expect(of('mail')).toEqual([{ check: 'kept', accounts: ['Mail'] }]);
  expect(of('hosting')).toEqual([]);
});

test('a mandatory step of one’s own of which nobody said what shows it is missed', () => {
  const [first] = plan;
  if (first === undefined) return expect.fail();
  const own = { ...first, code: 'own', evidenceHint: { en: '', ru: ' ' } };
  expect(lacks({}, [own])).toEqual({ own: ['evidence'] });
  expect(lacks({}, [{ ...own, isMandatory: false }])).toEqual({});
  expect(lacks({}, [{ ...own, evidenceHint: { en: '', ru: 'дата' } }])).toEqual({});
});
