import { words } from './sample-client.ts';
import type { SampleWork } from './sample-work.ts';

/** Years of good work: the goals match, the figure grows past its goal, the reports go out. */
export const alderWork: SampleWork = {
  ourGoal: words(
    'Вести магазин годами и войти в годовой план как партнёр, а не подрядчик',
    'Run the shop for years and be in the plan of the year as a partner, not a contractor',
  ),
  theirGoal: words(
    'Покупатель возвращается сам: треть заказов от тех, кто уже покупал',
    'Buyers come back by themselves: a third of the orders from those who bought before',
  ),
  ourHorizon: 'years',
  theirHorizon: 'years',
  goalsMatch: 'yes',
  first: {
    kind: 'project',
    title: words('Запуск магазина', 'Launch of the shop'),
    ended: {
      ago: { years: 3, months: 8 },
      reason: words('Магазин открыт, перешли на развитие', 'The shop is open, we went on to develop it'),
    },
  },
  engagements: [
    { kind: 'retainer', title: words('Развитие магазина', 'Development of the shop'), ago: { years: 3, months: 8 } },
    {
      kind: 'audit',
      title: words('Скорость каталога', 'Speed of the catalogue'),
      ago: { years: 1, months: 5 },
      ended: { ago: { years: 1, months: 3 }, reason: words('Работа сделана', 'The work is done') },
    },
  ],
  kpis: [
    {
      name: words('Повторные заказы', 'Repeat orders'),
      unit: words('%', '%'),
      target: '29',
      businessGoal: words(
        'Меньше платить за рекламу: вернуть покупателя дешевле, чем найти нового',
        'Pay less for ads: bringing a buyer back is cheaper than finding a new one',
      ),
      values: ['27', '26.4', '26.8', '27.5', '27.3', '28', '28.4', '28.1', '28.3', '29.4', '30.2', '31'],
    },
    {
      name: words('Дней до выдачи заказа', 'Days until an order is handed over'),
      unit: words('дн.', 'days'),
      target: '2',
      direction: 'down',
      businessGoal: words('Забирают сегодня, а не через три дня', 'Collected today, not in three days'),
      values: ['3.4', '3.3', null, '3.1', '3', '2.8'],
    },
  ],
  reportDay: 5,
  reports: [
    {
      monthsAgo: 1,
      sentOnDay: 3,
      summary: words(
        'Повторные заказы выше цели второй месяц. Предложили отметку «забрать сегодня».',
        'Repeat orders above the goal for the second month. We proposed the mark “collect today”.',
      ),
    },
    { monthsAgo: 2, sentOnDay: 5, summary: words('Цель года достигнута', 'The goal of the year is reached') },
    { monthsAgo: 3, sentOnDay: 4, summary: words('Спад меньше, чем год назад', 'The dip is smaller than a year ago') },
  ],
};
