import { words } from './sample-client.ts';
import type { SampleWork } from './sample-work.ts';

/** They look to the end of the season, we look years ahead, and the figure falls. */
export const kitewellWork: SampleWork = {
  ourGoal: words('Новое направление на годы вперёд', 'A new line of work for the years to come'),
  theirGoal: words('Дожить до конца сезона без новых трат', 'Get through the season without new spending'),
  ourHorizon: 'years',
  theirHorizon: 'half_year',
  goalsMatch: 'no',
  first: { kind: 'retainer', title: words('Поддержка магазина', 'Support of the shop') },
  kpis: [
    {
      name: words('Доля онлайн-продаж', 'Share of online sales'),
      unit: words('%', '%'),
      target: '40',
      businessGoal: words('Меньше зависеть от сетей', 'Depend less on the chains'),
      values: ['38', '37.5', '37', null, null, '36', '35.5', '35'],
    },
  ],
  reportDay: 5,
  reports: [
    { monthsAgo: 2, sentOnDay: 5, summary: words('Без новых идей', 'No new ideas') },
    { monthsAgo: 3, sentOnDay: 9, summary: words('Доля онлайна падает', 'The online share falls') },
    { monthsAgo: 4, sentOnDay: 5, summary: words('Подготовка к сезону', 'Getting ready for the season') },
  ],
};
