import type { BriefSource } from '../../../shared/handoff/brief-source.ts';

/** A brief with something in every part. */
export const briefSource: BriefSource = {
  madeOn: '2026-11-23',
  agency: { name: 'Бюро Кварта', monogram: 'К', contact: 'privet@kvarta.example' },
  leadName: 'Ника Т.',
  client: { name: 'Текстиль «Веретено»', sinceOn: '2020-10-20' },
  startOn: '2026-11-09',
  endOn: '2026-12-09',
  answerOn: '2026-12-01',
  work: ['support', 'retainer'],
  map: ['Магазин и кабинет опта работают на одном сервере', 'Остатки приходят из 1С\nраз в час, без резервов'],
  defects: ['Очередь обмена: больше 500 записей означает, что 1С не отвечает'],
  systems: [
    { name: 'Хостинг и SSH', side: 'agency', goesTo: 'successor' },
    { name: 'Платёжный шлюз', side: 'client', goesTo: 'stays' },
    { name: 'Аналитика', side: 'unknown', goesTo: 'client' },
  ],
  roles: [
    {
      role: 'marketing',
      roleNote: '',
      decides: true,
      setsTasks: true,
      acceptsResults: false,
      pays: false,
      isTechnical: false,
    },
    {
      role: 'other',
      roleNote: 'склад и 1С',
      decides: false,
      setsTasks: false,
      acceptsResults: true,
      pays: false,
      isTechnical: true,
    },
  ],
  steps: [
    { title: 'Развернуть проект у себя', dueOn: '2026-11-26' },
    { title: 'Самим выпустить и откатить', dueOn: '2026-11-30' },
  ],
  goals: {
    goal: 'Опт вдвое за год',
    horizon: 'year',
    figures: [
      {
        name: 'Повторные заказы',
        unit: '%',
        value: '26.4',
        measuredOn: '2026-10-31',
        target: '29',
        serves: 'меньше зависеть от рекламы',
      },
    ],
  },
};
