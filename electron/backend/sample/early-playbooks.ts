import { words } from './sample-client.ts';
import type { SamplePlaybook } from './sample-playbook.ts';

/** A trial that has just begun. */
export const warmLoafPlaybook: SamplePlaybook = {
  impression: {
    ago: { days: 13 },
    words: words(
      'Инна показывает цех, а не презентацию. Цифры держит в голове, но не в таблице.',
      'Inna shows the bakery, not a presentation. She has the figures in her head, not in a table.',
    ),
  },
  answers: [
    { code: 'ACQ-1', done: true, ago: { days: 13 } },
    {
      code: 'ACQ-2',
      done: true,
      ago: { days: 13 },
      words: words('Инна решает и ставит задачи, платит собственник', 'Inna decides and sets tasks, the owner pays'),
    },
    {
      code: 'ACQ-3',
      done: true,
      ago: { days: 13 },
      words: words('Нет: собственник только подписывает', 'No: the owner only signs'),
    },
    { code: 'ACQ-7', done: true, ago: { days: 2 }, words: words('Согласились сразу', 'They agreed at once') },
    {
      code: 'I6',
      ago: { days: 13 },
      words: words('Выгрузка остатков: видно, справились ли мы', 'The stock export: it shows whether we can do it'),
    },
    {
      code: 'B1',
      ago: { days: 13 },
      words: words('Меньше хлеба, который кончился к обеду', 'Less bread that runs out by noon'),
    },
  ],
  trial: {
    ago: { days: 2 },
    endsInDays: 12,
    successSign: words(
      'К шести утра видно, что кончится до обеда, три дня подряд',
      'At six in the morning they see what runs out by noon, three days in a row',
    ),
    done: [words('Получить выгрузку касс за неделю', 'Get a week of the tills’ export')],
    holdsStep: true,
  },
};

/** A trial that is over: they would, we would not yet. */
export const flaxPlaybook: SamplePlaybook = {
  impression: {
    ago: { days: 35 },
    words: words(
      'Лев всё делает сам и гордится этим. Красивые вещи, ни одной цифры.',
      'Leo does everything himself and is proud of it. Beautiful things, not a single figure.',
    ),
  },
  answers: [
    { code: 'ACQ-1', done: true, ago: { days: 35 } },
    {
      code: 'ACQ-3',
      done: true,
      ago: { days: 6 },
      words: words('Да, всё один: сайт, реклама, склад', 'Yes, all alone: the site, the ads, the stock'),
    },
    { code: 'ACQ-7', done: true, ago: { days: 28 } },
  ],
  trial: {
    ago: { days: 28 },
    endsInDays: -7,
    successSign: words(
      'Две карточки товара готовы за неделю без правок',
      'Two product cards ready in a week without corrections',
    ),
    done: [words('Описать две вазы', 'Describe two vases'), words('Снять их на белом', 'Photograph them on white')],
    ours: {
      verdict: 'not_now',
      ago: { days: 6 },
      words: words('Каждую правку ждём от Льва по неделе', 'Every correction takes Leo a week'),
    },
    theirs: { verdict: 'yes', ago: { days: 6 }, words: words('Карточки понравились', 'He liked the cards') },
    revisitInDays: 3,
  },
};
