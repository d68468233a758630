import { addDays } from '../../../shared/calendar.ts';
import type { DocumentOptions } from '../../../shared/contract/handoff.ts';
import type {
  Audience,
  CandidateSource,
  DocumentSource,
  ItemSource,
  OwnItemSource,
  SourceForAgency,
  SourceForAll,
  SourceForClient,
  SourceForSuccessor,
} from '../../../shared/handoff/document-source.ts';

/** What a document is made with where nobody chose anything else. */
export const clientOptions = {
  language: 'ru',
  audience: 'client',
  includeAssets: true,
  includeDone: true,
  includeReasons: false,
} as const satisfies DocumentOptions;

const sides = ['agency', 'client', 'successor'] as const;

interface Size {
  readonly items: number;
  readonly assets: number;
}

/** A handoff of any size with something in every part of its document. */
export function sourceOf(audience: Audience, size: Size): DocumentSource {
  switch (audience) {
    case 'agency':
      return sourceForAgency(size);
    case 'client':
      return sourceForClient(size);
    case 'successor':
      return sourceForSuccessor(size);
  }
}

export function sourceForClient(size: Size): SourceForClient {
  return { ...shared(size), audience: 'client', items: itemsOf(size).map(withoutOurs), candidates, letter: '' };
}

export function sourceForSuccessor(size: Size): SourceForSuccessor {
  return { ...shared(size), audience: 'successor', items: itemsOf(size).map(withoutOurs) };
}

export function sourceForAgency(size: Size): SourceForAgency {
  const reasons = { codes: ['budget'], text: 'нужна тишина' };
  return { ...shared(size), audience: 'agency', items: itemsOf(size), candidates, reasons };
}

const candidates: readonly CandidateSource[] = ['Депо Кода', 'Northlake Commerce', 'Цех Семь'].map((name, index) => ({
  name,
  fits: 'знают 1С, вели похожий опт, бюджет 100 000 ₽',
  consider: 'начинают с недельного аудита за деньги',
  disclosure: index === 0 ? 'наш бывший коллега' : '',
  state: 'leaning',
  answered: 6 - index,
}));

function shared(size: Size): SourceForAll {
  return {
    madeOn: '2026-11-23',
    agency: { name: 'Бюро Кварта', monogram: 'К', contact: 'hello@kvarta.example', signature: '' },
    client: { name: 'Текстиль «Веретено»', sinceOn: '2020-10-20' },
    startOn: '2026-11-09',
    endOn: '2026-12-09',
    careUntilOn: '2027-01-31',
    successor: 'contractor',
    successorName: '',
    leadName: 'Ника Т.',
    partnerNames: ['Глеб О.', 'Ника Т.'],
    assets: Array.from({ length: size.assets }, (_, index) => ({
      name: `Доступ № ${index + 1}`,
      whereKept: 'сейф № 7, «верхняя» полка — слева от входа',
      heldBy: index % 2 === 0 ? 'Ника' : 'Глеб',
      goesTo: index % 3 === 0 ? 'stays' : 'successor',
      state: ['not_started', 'waiting_for_client', 'transferred'][index % 3] ?? '',
      stateOn: index % 3 === 1 ? null : '2026-11-18',
    })),
    contacts: [
      {
        name: 'Раиса Ёлкина',
        role: 'marketing',
        roleNote: 'руководитель магазина',
        email: 'raisa@veretono.example',
        phone: '+7 900 000-00-00',
        decides: true,
        setsTasks: false,
        acceptsResults: true,
        pays: false,
        leftOn: null,
      },
    ],
    dossier: (['how_it_works', 'watch', 'open_question'] as const).flatMap((kind) =>
      ['Остатки приходят из 1С раз в час', 'Кэш витрины чистим\nпосле смены цен'].map((text) => ({
        kind,
        text: `${text} (${kind})`,
      })),
    ),
  };
}

function itemsOf(size: Size): readonly OwnItemSource[] {
  return Array.from({ length: size.items }, (_, index) => itemOf(index));
}

function withoutOurs({ code, title, side, person, dueOn, state }: OwnItemSource): ItemSource {
  return { code, title, side, person, dueOn, state };
}

function itemOf(index: number): OwnItemSource {
  const isDone = index % 3 === 0;
  return {
    code: '',
    title: `Шаг № ${index + 1}: передать ключи от «склада» & проверить вход`,
    side: sides[index % sides.length] ?? 'agency',
    person: index % 4 === 0 ? 'Пётр Ёжиков' : '',
    dueOn: addDays('2026-11-09', index % 28),
    state: isDone ? 'done' : 'todo',
    stateReason: '',
    evidence: isDone ? `письмо № ${index + 1} от заказчика` : '',
    confirmedBy: isDone ? 'Раиса' : '',
    confirmedOn: null,
  };
}
