import { words } from './sample-client.ts';
import type { SamplePlaybook } from './sample-playbook.ts';

/** Four years of answers, one wish that was met in a smaller way and one that is still open. */
export const alderPlaybook: SamplePlaybook = {
  impression: {
    ago: { years: 4, months: 2 },
    words: words(
      'Спокойные, знают свои цифры наизусть. Спрашивают про возвраты раньше, чем про дизайн.',
      'Calm people who know their figures by heart. They ask about returns before they ask about the looks.',
    ),
  },
  answers: [
    { code: 'STA-1', done: true, ago: { days: 18 }, words: words('Ушёл третьего числа', 'Sent on the third') },
    { code: 'STA-2', done: true, ago: { days: 4 }, words: words('Две из трёх мы', 'Two of three were ours') },
    {
      code: 'STA-3',
      done: true,
      ago: { days: 17 },
      words: words(
        'Позвали на защиту бюджета, черновик у Марины',
        'Invited to the defence of the budget, Marina has our draft',
      ),
    },
    {
      code: 'STA-5',
      ago: { days: 29 },
      words: words('Фотосъёмку: снимать только новинки', 'The photo sessions: shoot new arrivals only'),
    },
    {
      code: 'B4',
      ago: { years: 4, months: 1 },
      words: words(
        'Кухни и шкафы; маржа лучше всего на фурнитуре',
        'Kitchens and wardrobes; the best margin is on fittings',
      ),
    },
    {
      code: 'B6',
      ago: { years: 4, months: 1 },
      words: words(
        '1С, две службы доставки, маркетплейс. Ломается обмен остатками',
        'The ERP, two carriers, a marketplace. The stock exchange breaks',
      ),
    },
    {
      code: 'I1',
      ago: { years: 4, months: 2 },
      words: words(
        'Годы, а не проект. Полгода нам мало, чтобы быть полезными',
        'Years, not a project. Half a year is too short to be of use',
      ),
    },
  ],
  lever: words(
    'Фурнитура в карточке каждой кухни: маржа там втрое выше, а показываем её на третьем экране.',
    'Fittings on the card of every kitchen: the margin is three times higher and we show them on the third screen.',
  ),
  audit: [
    {
      topic: 'processes',
      score: 3,
      evidence: words(
        'Заказ двигают руками дважды: склад и доставка',
        'An order is moved by hand twice: stock and delivery',
      ),
      question: words('Кто отвечает за сроки на пунктах выдачи?', 'Who answers for the dates at pick-up points?'),
    },
    {
      topic: 'assortment',
      score: 4,
      evidence: words('Категории чистые, дублей нет', 'Clean categories, no doubles'),
    },
    {
      topic: 'technical',
      score: 2,
      evidence: words('Остатки раз в час, без резервов', 'Stock once an hour, without holds'),
      question: words('Можно ли отдавать резервы отдельно?', 'Can holds be exported apart?'),
    },
    {
      topic: 'margin',
      score: 5,
      evidence: words('Маржа по категориям есть и честная', 'The margin by category is there, and honest'),
    },
    {
      topic: 'profit',
      score: null,
      evidence: words('Видим только онлайн', 'We see the online part only'),
      question: words('Какую долю даёт онлайн?', 'What part does the online shop bring?'),
    },
  ],
  intents: [
    {
      ago: { days: 17 },
      hasPlan: 'yes',
      saidBy: words('Марина', 'Marina'),
      words: words(
        'Два новых города и пункты выдачи, бюджет защищают через месяц',
        'Two new cities and pick-up points, the budget is defended in a month',
      ),
    },
    {
      ago: { months: 11 },
      hasPlan: 'unknown',
      saidBy: words('Павел', 'Paul'),
      words: words('Ждут решения собственника', 'They wait for the owner'),
    },
  ],
  requests: [
    {
      ago: { days: 29 },
      wish: words('Обещать день доставки прямо в карточке', 'Promise the day of delivery on the product card'),
      limits: words('Полную перестройку логистики бюджет не потянет', 'The budget cannot carry a rebuilt logistics'),
      options: [
        words('Отметка «забрать сегодня» для складских позиций', 'The mark “collect today” for what is in stock'),
        words('Письмо с точной датой после заказа', 'A letter with the exact date after the order'),
      ],
      chosen: 0,
    },
    {
      ago: { months: 5 },
      wish: words('Мобильное приложение', 'A mobile app'),
      limits: words('Денег на год вперёд нет', 'No money for the year ahead'),
      options: [
        words('Сайт, который ставится на экран телефона', 'A site that is put on the phone’s home screen'),
        words('Только личный кабинет в приложении', 'Only the account in an app'),
      ],
      chosen: 0,
      result: {
        is: 'partly',
        ago: { months: 3 },
        words: words(
          'Сделали за две недели, каждый десятый заказ оттуда',
          'Made in two weeks, every tenth order comes from it',
        ),
      },
    },
  ],
  insights: [
    {
      kind: 'limit',
      ago: { days: 29 },
      state: 'accepted',
      title: words(
        '«Три дня до пункта выдачи» отпугивает: на складе каждая третья позиция лежит уже сегодня.',
        '“Three days to the pick-up point” scares people off: every third item is in stock today.',
      ),
    },
    {
      kind: 'idea',
      ago: { days: 74 },
      state: 'accepted',
      isBeyondContract: true,
      title: words(
        'Показывать комплекты: кухня вместе с фурнитурой',
        'Show sets: a kitchen together with its fittings',
      ),
    },
    {
      kind: 'global_problem',
      ago: { months: 7 },
      state: 'offered',
      title: words(
        'За мелкими правками карточек стоит одно: остатки без резервов.',
        'Behind the small changes on the cards stands one thing: stock without holds.',
      ),
    },
  ],
};
