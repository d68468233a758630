import { alderWork } from './alder-work.ts';
import { alderAssets, alderDossier } from './alder-dossier.ts';
import { alderPlaybook } from './alder-playbook.ts';
import { type SampleClient, words } from './sample-client.ts';

/** The client whose page the example shows best: people, agreements, a history of notes. */
export const alder: SampleClient = {
  name: words('Мебельный дом «Ольха»', 'Alder Furniture'),
  stage: 'stable',
  partner: 'vera',
  since: { years: 4, months: 2 },
  work: alderWork,
  step: { title: words('Показать прототип витрины', 'Show the storefront prototype'), inDays: 4 },
  playbook: alderPlaybook,
  contacts: [
    { name: words('Марина', 'Marina'), role: 'marketing', decides: true, acceptsResults: true },
    {
      name: words('Павел', 'Paul'),
      role: 'it',
      roleNote: words('склад и 1С', 'warehouse and ERP'),
      setsTasks: true,
      isTechnical: true,
    },
    {
      name: words('Ольга', 'Olga'),
      role: 'finance',
      roleNote: words('договоры и счета', 'contracts and invoices'),
      pays: true,
    },
    { name: words('Игорь', 'Igor'), role: 'project_manager', setsTasks: true, left: { months: 14 } },
  ],
  flags: [
    {
      code: 'G-REPORT',
      side: 'us',
      ago: { days: 20 },
      evidence: words('Полгода подряд отчёт уходит до пятого', 'For half a year the report has gone out by the fifth'),
    },
  ],
  path: [
    { to: 'acquaintance', ago: { years: 4, months: 2 } },
    { to: 'honeymoon', ago: { years: 4 } },
    {
      to: 'stable',
      ago: { years: 3, months: 8 },
      reason: words(
        'согласован годовой план, отчёты раз в месяц',
        'the plan for the year is agreed, reports once a month',
      ),
    },
  ],
  dossier: alderDossier,
  assets: alderAssets,
  notes: [
    {
      kind: 'call',
      ago: { days: 4 },
      with: [1],
      title: words('Созвон с Павлом: складские остатки', 'Call with Paul: stock levels'),
      body: words(
        'Выгрузка раз в час, без резервов. Для отметки «забрать сегодня» хватит, если вычитать собранные заказы на нашей стороне.',
        'Exported once an hour, without holds. Enough for the mark “collect today” if we subtract packed orders on our side.',
      ),
      done: [
        words('Попросить пример выгрузки', 'Ask for a sample of the export'),
        words('Проверить, как часто меняются остатки', 'Check how often the levels change'),
      ],
    },
    {
      kind: 'observation',
      ago: { days: 17 },
      passedSign: 'S-QUIET',
      title: words('Отвечают дольше обычного', 'They take longer to answer'),
      body: words(
        'Два письма без ответа по трое суток. Марина объяснила: готовят бюджет на следующий год, нас позвали на защиту.',
        'Two letters without an answer for three days each. Marina explained: they prepare the budget for next year and invited us to its defence.',
      ),
    },
    {
      kind: 'meeting',
      ago: { days: 29 },
      with: [0, 1],
      title: words('Витрина: что мешает заказать второй раз', 'The storefront: what keeps people from ordering again'),
      body: words(
        'Смотрели записи покупок. Срок «три дня до пункта выдачи» отпугивает, хотя половина позиций лежит на складе в городе.',
        'We watched recordings of purchases. “Three days to the pick-up point” puts people off, though half of the items lie in the city.',
      ),
    },
    {
      kind: 'meeting',
      ago: { months: 2 },
      by: 'agency',
      with: [0, 2],
      title: words('Квартальный обзор', 'Quarterly review'),
      body: words(
        'Повторные заказы 28 %, цель года 29 %. Договор продлён на год, Ольга просит счета в первый рабочий день.',
        'Repeat orders at 28 %, the goal for the year is 29 %. The contract is extended by a year; Olga asks for invoices on the first working day.',
      ),
    },
  ],
};
