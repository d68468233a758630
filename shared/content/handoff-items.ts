import type { Words } from '../language.ts';
import type { HandoffCondition } from './handoff-conditions.ts';

export type HandoffSide = 'agency' | 'client' | 'successor';

export interface HandoffTemplateItem {
  readonly code: string;
  readonly section: string;
  /** Days after day 0, the day the handoff starts. */
  readonly day: number;
  readonly side: HandoffSide;
  readonly isMandatory: boolean;
  /** Core items are in every plan; extended ones are ticked by the kind of project. */
  readonly tier: 'core' | 'extended';
  /** What makes an extended one apply. */
  readonly condition?: HandoffCondition;
  /** Codes of the items that come first. */
  readonly after: readonly string[];
  readonly title: Words;
  /** What it is called where no new contractor takes over. */
  readonly titleWithoutContractor?: Words;
  /** What counts as evidence that the item is done. */
  readonly evidence: Words;
}

export const handoffItems = [
  {
    code: 'A1',
    section: 'A',
    day: 0,
    side: 'agency',
    isMandatory: true,
    tier: 'core',
    after: [],
    title: {
      en: 'Write down why we part, in words both sides can read (no blame)',
      ru: 'Записать причину расставания словами, которые могут прочесть обе стороны (без обвинений)',
    },
    evidence: {
      en: 'sentence agreed by both partners of the agency',
      ru: 'формулировка согласована партнёрами',
    },
  },
  {
    code: 'A2',
    section: 'A',
    day: 1,
    side: 'agency',
    isMandatory: true,
    tier: 'core',
    after: ['A1'],
    title: {
      en: 'Tell the client in person, then in writing; name the last day (day 30)',
      ru: 'Сообщить клиенту лично, затем письменно; назвать последний день (день 30)',
    },
    evidence: {
      en: 'meeting note + date of the letter',
      ru: 'запись встречи и дата письма',
    },
  },
  {
    code: 'A3',
    section: 'A',
    day: 2,
    side: 'client',
    isMandatory: true,
    tier: 'core',
    after: ['A2'],
    title: {
      en: 'Client names one person who accepts the hand-over',
      ru: 'Клиент называет одного человека, который принимает дела',
    },
    evidence: {
      en: 'name, role, date',
      ru: 'имя, роль, дата',
    },
  },
  {
    code: 'A4',
    section: 'A',
    day: 2,
    side: 'agency',
    isMandatory: true,
    tier: 'core',
    after: ['A2'],
    title: {
      en: 'Name our lead of the hand-over and a deputy; stop taking new features',
      ru: 'Назначить нашего ответственного и замену; не брать новые доработки',
    },
    evidence: {
      en: 'names; freeze date',
      ru: 'имена; дата заморозки',
    },
  },
  {
    code: 'A5',
    section: 'A',
    day: 3,
    side: 'agency',
    isMandatory: true,
    tier: 'core',
    after: ['A2'],
    title: {
      en: 'Read the contract: notice period, rights, what must be handed over; list gaps',
      ru: 'Прочитать договор: срок уведомления, права, состав передачи; выписать пробелы',
    },
    evidence: {
      en: 'clause numbers, list of gaps',
      ru: 'номера пунктов, список пробелов',
    },
  },
  {
    code: 'B1',
    section: 'B',
    day: 3,
    side: 'agency',
    isMandatory: true,
    tier: 'core',
    after: ['A4'],
    title: {
      en: 'List every system: domain, DNS, hosting, site, 1C, payment, delivery, fiscal receipts, mail, analytics, ads',
      ru: 'Перечислить все системы: домен, DNS, хостинг, сайт, 1С, оплата, доставка, касса/ОФД, почта, аналитика, реклама',
    },
    evidence: {
      en: 'register: system, owner of the account, admin, pays, renewal date',
      ru: 'реестр: система, владелец аккаунта, админ, кто платит, дата продления',
    },
  },
  {
    code: 'B2',
    section: 'B',
    day: 4,
    side: 'client',
    isMandatory: true,
    tier: 'core',
    after: ['B1'],
    title: {
      en: 'Client confirms the list is whole and marks what it owns',
      ru: 'Клиент подтверждает полноту списка и отмечает своё',
    },
    evidence: {
      en: 'name + date of confirmation',
      ru: 'имя и дата подтверждения',
    },
  },
  {
    code: 'B3',
    section: 'B',
    day: 4,
    side: 'agency',
    isMandatory: true,
    tier: 'core',
    after: ['B1'],
    title: {
      en: "Mark every account that is in the agency's or an employee's name",
      ru: 'Отметить каждый аккаунт, оформленный на агентство или сотрудника',
    },
    evidence: {
      en: 'count; each has a transfer item',
      ru: 'число; у каждого есть пункт передачи',
    },
  },
  {
    code: 'B4',
    section: 'B',
    day: 5,
    side: 'agency',
    isMandatory: true,
    tier: 'extended',
    condition: 'renewals',
    after: ['B1'],
    title: {
      en: 'List paid renewals of the next 90 days and whose card pays',
      ru: 'Перечислить платные продления на 90 дней вперёд и чья карта платит',
    },
    evidence: {
      en: 'dates and payer for each',
      ru: 'дата и плательщик по каждому',
    },
  },
  {
    code: 'C1',
    section: 'C',
    day: 3,
    side: 'client',
    isMandatory: true,
    tier: 'core',
    after: ['A2'],
    title: {
      en: 'Client states the need: new contractor, in-house, or freeze',
      ru: 'Клиент выбирает: новый подрядчик, штат или заморозка',
    },
    evidence: {
      en: 'choice + date',
      ru: 'выбор и дата',
    },
  },
  {
    code: 'C2',
    section: 'C',
    day: 6,
    side: 'agency',
    isMandatory: true,
    tier: 'core',
    after: ['C1'],
    title: {
      en: 'Write a neutral brief of the project for candidates (agreed with the client, no prices, no opinions)',
      ru: 'Составить нейтральное описание проекта для кандидатов (согласовано с клиентом, без цен и оценок)',
    },
    evidence: {
      en: "file name + client's yes",
      ru: 'имя файла и согласие клиента',
    },
  },
  {
    code: 'C3',
    section: 'C',
    day: 8,
    side: 'agency',
    isMandatory: true,
    tier: 'core',
    after: ['C2'],
    title: {
      en: 'Offer 3 candidates (or say honestly there are fewer); disclose any interest of ours',
      ru: 'Предложить 3 кандидатов (или честно сказать, что их меньше); раскрыть нашу заинтересованность',
    },
    evidence: {
      en: '3 cards: contact, fit, load, disclosure',
      ru: '3 карточки: контакт, соответствие, загрузка, раскрытие',
    },
  },
  {
    code: 'C4',
    section: 'C',
    day: 12,
    side: 'client',
    isMandatory: true,
    tier: 'core',
    after: ['C3'],
    title: {
      en: 'Client meets candidates; rate them by the relationship signs (ask questions, technical lead, no rush, reports, beyond the plan)',
      ru: 'Клиент встречается с кандидатами; оценка по признакам отношений (вопросы, техничный ведущий, без спешки, отчёты, выход за план)',
    },
    evidence: {
      en: 'rating sheet',
      ru: 'лист оценок',
    },
  },
  {
    code: 'C5',
    section: 'C',
    day: 14,
    side: 'client',
    isMandatory: true,
    tier: 'core',
    after: ['C4'],
    title: {
      en: 'Client chooses the successor, signs NDA, names the technical lead',
      ru: 'Клиент выбирает преемника, подписывает NDA, называет технического лидера',
    },
    evidence: {
      en: 'name, NDA date, lead',
      ru: 'название, дата NDA, ведущий',
    },
  },
  {
    code: 'D1',
    section: 'D',
    day: 7,
    side: 'agency',
    isMandatory: true,
    tier: 'core',
    after: ['B3'],
    title: {
      en: 'Domain: check the registrar account and who is the administrator; start the change if it is not the client (letter, identification)',
      ru: 'Домен: проверить регистратора и администратора; если это не клиент\u00a0— начать смену (письмо, идентификация)',
    },
    evidence: {
      en: "registrar, admin's name, request number; NOT the AuthInfo code",
      ru: 'регистратор, имя администратора, номер заявки; БЕЗ кода AuthInfo',
    },
  },
  {
    code: 'D2',
    section: 'D',
    day: 9,
    side: 'agency',
    isMandatory: true,
    tier: 'extended',
    condition: 'domain',
    after: ['B1'],
    title: {
      en: 'Export the DNS zone and hand the file over',
      ru: 'Выгрузить DNS-зону и передать файл',
    },
    evidence: {
      en: 'file name + date',
      ru: 'имя файла и дата',
    },
  },
  {
    code: 'D3',
    section: 'D',
    day: 10,
    side: 'client',
    isMandatory: true,
    tier: 'core',
    after: ['B3'],
    title: {
      en: 'Hosting / servers: client is the owner and payer, has root through its own account',
      ru: 'Хостинг и серверы: владелец и плательщик\u00a0— клиент, root через его собственный аккаунт',
    },
    evidence: {
      en: "owner, payer, name of client's admin",
      ru: 'владелец, плательщик, имя админа клиента',
    },
  },
  {
    code: 'D4',
    section: 'D',
    day: 10,
    side: 'agency',
    isMandatory: true,
    tier: 'extended',
    condition: 'bitrix',
    after: ['B1'],
    title: {
      en: '1C-Bitrix: whose licence, bound domain, end of updates; marketplace modules and their licences',
      ru: '1С-Битрикс: на кого лицензия, привязанный домен, конец обновлений; модули Маркетплейса и их лицензии',
    },
    evidence: {
      en: 'licensee, edition, date; last 4 symbols of the key at most',
      ru: 'лицензиат, редакция, дата; не более 4 последних знаков ключа',
    },
  },
  {
    code: 'D5',
    section: 'D',
    day: 11,
    side: 'agency',
    isMandatory: true,
    tier: 'core',
    after: ['B3'],
    title: {
      en: "Analytics (Metrica, Google): client's login is the OWNER, not a guest; goals and counters listed",
      ru: 'Аналитика (Метрика, Google): логин клиента\u00a0— ВЛАДЕЛЕЦ, а не гость; цели и счётчики перечислены',
    },
    evidence: {
      en: 'owner login domain, counter ids',
      ru: 'домен логина владельца, номера счётчиков',
    },
  },
  {
    code: 'D6',
    section: 'D',
    day: 11,
    side: 'agency',
    isMandatory: true,
    tier: 'extended',
    condition: 'ads',
    after: ['B3'],
    title: {
      en: 'Ads, webmaster panels, feeds, marketplaces: admin rights to the client; our payment methods removed',
      ru: 'Реклама, вебмастер, фиды, маркетплейсы: права админа у клиента; наши способы оплаты удалены',
    },
    evidence: {
      en: 'who is admin, date of removal',
      ru: 'кто админ, дата удаления',
    },
  },
  {
    code: 'D7',
    section: 'D',
    day: 13,
    side: 'client',
    isMandatory: true,
    tier: 'core',
    after: ['D3'],
    title: {
      en: 'Client opens its own password vault; secrets go only through it',
      ru: 'Клиент заводит своё хранилище паролей; секреты передаются только через него',
    },
    evidence: {
      en: "vault's name and owner (never a secret)",
      ru: 'название и владелец хранилища (не секрет)',
    },
  },
  {
    code: 'D8',
    section: 'D',
    day: 16,
    side: 'successor',
    isMandatory: true,
    tier: 'core',
    after: ['C5'],
    title: {
      en: 'New contractor gets named accounts with least rights (no shared logins)',
      ru: 'Новый подрядчик получает именные учётки с минимальными правами (без общих логинов)',
    },
    titleWithoutContractor: {
      en: 'The client’s people get named accounts with least rights (no shared logins)',
      ru: 'Люди клиента получают именные учётки с минимальными правами (без общих логинов)',
    },
    evidence: {
      en: 'list of names and roles',
      ru: 'список имён и ролей',
    },
  },
  {
    code: 'E1',
    section: 'E',
    day: 8,
    side: 'agency',
    isMandatory: true,
    tier: 'core',
    after: ['B1'],
    title: {
      en: "Repositories: full history moved to the client's organisation; branches, tags and submodules checked",
      ru: 'Репозитории: вся история переносится в организацию клиента; ветки, теги, подмодули проверены',
    },
    evidence: {
      en: 'repository address + last commit id',
      ru: 'адрес репозитория и последний коммит',
    },
  },
  {
    code: 'E2',
    section: 'E',
    day: 9,
    side: 'agency',
    isMandatory: true,
    tier: 'core',
    after: ['E1'],
    title: {
      en: 'Difference between live site and repository is zero or listed (files changed on the server)',
      ru: 'Расхождение боевого сайта и репозитория\u00a0— ноль или список (правки на сервере)',
    },
    evidence: {
      en: 'diff summary + date',
      ru: 'итог сравнения и дата',
    },
  },
  {
    code: 'E3',
    section: 'E',
    day: 12,
    side: 'agency',
    isMandatory: true,
    tier: 'core',
    after: ['E1'],
    title: {
      en: 'How to build, deploy and roll back, step by step; list of environment variable NAMES',
      ru: 'Как собрать, выложить и откатить, по шагам; список ИМЁН переменных окружения',
    },
    evidence: {
      en: 'file name',
      ru: 'имя файла',
    },
  },
  {
    code: 'E4',
    section: 'E',
    day: 15,
    side: 'agency',
    isMandatory: true,
    tier: 'core',
    after: ['D3'],
    title: {
      en: 'Fresh backup of files and base; restore TESTED on another machine',
      ru: 'Свежая копия файлов и базы; восстановление ПРОВЕРЕНО на другой машине',
    },
    evidence: {
      en: 'date, size, minutes of restore, who checked',
      ru: 'дата, размер, минуты восстановления, кто проверил',
    },
  },
  {
    code: 'E5',
    section: 'E',
    day: 17,
    side: 'agency',
    isMandatory: true,
    tier: 'extended',
    condition: 'hosting',
    after: ['E3'],
    title: {
      en: 'Cron jobs, agents, queues, mail, certificates: list with schedule and owner',
      ru: 'Крон, агенты, очереди, почта, сертификаты: список с расписанием и ответственным',
    },
    evidence: {
      en: 'file name, certificate end dates',
      ru: 'имя файла, даты окончания сертификатов',
    },
  },
  {
    code: 'F1',
    section: 'F',
    day: 13,
    side: 'agency',
    isMandatory: true,
    tier: 'extended',
    condition: 'exchange',
    after: ['B1'],
    title: {
      en: '1C exchange: what goes where, when, what breaks it, how to rerun; 1C-side contact',
      ru: 'Обмен с 1С: что, куда, когда, что его ломает, как перезапустить; контакт со стороны 1С',
    },
    evidence: {
      en: 'scheme file + contact',
      ru: 'файл схемы и контакт',
    },
  },
  {
    code: 'F2',
    section: 'F',
    day: 15,
    side: 'agency',
    isMandatory: true,
    tier: 'extended',
    condition: 'payments',
    after: ['B1'],
    title: {
      en: 'Payments, fiscal receipts, delivery, SMS, CRM: contract holder, cabinet admin, callback addresses',
      ru: 'Оплата, касса/ОФД, доставка, СМС, CRM: чей договор, админ кабинета, адреса обратных вызовов',
    },
    evidence: {
      en: 'table filled; no keys',
      ru: 'таблица заполнена; без ключей',
    },
  },
  {
    code: 'F3',
    section: 'F',
    day: 22,
    side: 'client',
    isMandatory: true,
    tier: 'core',
    after: ['D8', 'E4'],
    title: {
      en: 'Secrets rotated after access moved (passwords, API keys, SSH, tokens)',
      ru: 'Секреты сменены после передачи доступов (пароли, API-ключи, SSH, токены)',
    },
    evidence: {
      en: 'date of rotation by system; never the values',
      ru: 'дата смены по системам; никогда сами значения',
    },
  },
  {
    code: 'F4',
    section: 'F',
    day: 26,
    side: 'agency',
    isMandatory: true,
    tier: 'core',
    after: ['F3'],
    title: {
      en: 'Personal data: copies at our place deleted, deed kept (152-FZ / GDPR as applicable)',
      ru: 'Персональные данные: копии у нас удалены, акт сохранён (152-ФЗ / GDPR, что применимо)',
    },
    evidence: {
      en: 'date, what, who',
      ru: 'дата, что, кто',
    },
  },
  {
    code: 'G1',
    section: 'G',
    day: 12,
    side: 'agency',
    isMandatory: true,
    tier: 'core',
    after: ['B1'],
    title: {
      en: 'Map of the project on one page: modules, custom code, where the money is made',
      ru: 'Карта проекта на одной странице: модули, доработки, где зарабатываются деньги',
    },
    evidence: {
      en: 'file name',
      ru: 'имя файла',
    },
  },
  {
    code: 'G2',
    section: 'G',
    day: 14,
    side: 'agency',
    isMandatory: true,
    tier: 'extended',
    condition: 'decisions',
    after: ['G1'],
    title: {
      en: 'History of decisions: what, why, what was refused',
      ru: 'История решений: что, почему, от чего отказались',
    },
    evidence: {
      en: 'count of entries',
      ru: 'число записей',
    },
  },
  {
    code: 'G3',
    section: 'G',
    day: 15,
    side: 'agency',
    isMandatory: true,
    tier: 'core',
    after: ['G1'],
    title: {
      en: 'Unwritten agreements (“we understand each other without words”): habits, words, people, taboo dates',
      ru: 'Неписаные договорённости («понимаем друг друга с полуслова»): привычки, слова, люди, запретные даты',
    },
    evidence: {
      en: 'section filled, read by the client',
      ru: 'раздел заполнен, прочитан клиентом',
    },
  },
  {
    code: 'G4',
    section: 'G',
    day: 16,
    side: 'agency',
    isMandatory: true,
    tier: 'core',
    after: ['G1'],
    title: {
      en: 'Known defects, risks and workarounds, worst first',
      ru: 'Известные дефекты, риски и обходы, худшее сверху',
    },
    evidence: {
      en: 'count; each has a severity',
      ru: 'число; у каждого важность',
    },
  },
  {
    code: 'G5',
    section: 'G',
    day: 17,
    side: 'agency',
    isMandatory: false,
    tier: 'extended',
    condition: 'figures',
    after: ['G1'],
    title: {
      en: 'KPI and reports: definitions, last 4 quarters, where figures come from',
      ru: 'Показатели и отчёты: определения, 4 последних квартала, откуда цифры',
    },
    evidence: {
      en: 'file name',
      ru: 'имя файла',
    },
  },
  {
    code: 'H1',
    section: 'H',
    day: 6,
    side: 'agency',
    isMandatory: true,
    tier: 'core',
    after: ['A4'],
    title: {
      en: 'Every open task: finish, pass on, or drop — agreed with the client',
      ru: 'Каждая открытая задача: закончить, передать или снять\u00a0— по согласованию с клиентом',
    },
    evidence: {
      en: 'count of each kind',
      ru: 'число по видам',
    },
  },
  {
    code: 'H2',
    section: 'H',
    day: 20,
    side: 'agency',
    isMandatory: true,
    tier: 'core',
    after: ['H1'],
    title: {
      en: 'Finish what we promised; deploy the last release; freeze the code',
      ru: 'Закончить обещанное; выложить последний релиз; заморозить код',
    },
    evidence: {
      en: 'release id + date',
      ru: 'номер релиза и дата',
    },
  },
  {
    code: 'H3',
    section: 'H',
    day: 21,
    side: 'successor',
    isMandatory: true,
    tier: 'core',
    after: ['H1', 'C5'],
    title: {
      en: 'New contractor accepts the backlog in writing',
      ru: 'Новый подрядчик письменно принимает список задач',
    },
    titleWithoutContractor: {
      en: 'The client accepts the backlog in writing',
      ru: 'Клиент письменно принимает список задач',
    },
    evidence: {
      en: 'name + date',
      ru: 'имя и дата',
    },
  },
  {
    code: 'I1',
    section: 'I',
    day: 16,
    side: 'agency',
    isMandatory: true,
    tier: 'core',
    after: ['C5', 'G1'],
    title: {
      en: 'Session 1: business and people (client present)',
      ru: 'Сессия 1: бизнес и люди (с клиентом)',
    },
    evidence: {
      en: 'note with questions and answers',
      ru: 'запись с вопросами и ответами',
    },
  },
  {
    code: 'I2',
    section: 'I',
    day: 18,
    side: 'agency',
    isMandatory: true,
    tier: 'core',
    after: ['I1', 'E3'],
    title: {
      en: 'Session 2: we deploy, they watch (shadowing)',
      ru: 'Сессия 2: мы выкладываем, они смотрят',
    },
    titleWithoutContractor: {
      en: 'Session 2: we deploy, the client’s people watch',
      ru: 'Сессия 2: мы выкладываем, люди клиента смотрят',
    },
    evidence: {
      en: 'note + release id',
      ru: 'запись и номер релиза',
    },
  },
  {
    code: 'I3',
    section: 'I',
    day: 21,
    side: 'successor',
    isMandatory: true,
    tier: 'core',
    after: ['I2', 'D8'],
    title: {
      en: 'Session 3: THEY deploy and roll back, we watch (reverse shadowing)',
      ru: 'Сессия 3: ОНИ выкладывают и откатывают, мы смотрим',
    },
    titleWithoutContractor: {
      en: 'Session 3: the client’s people deploy and roll back, we watch',
      ru: 'Сессия 3: люди клиента выкладывают и откатывают, мы смотрим',
    },
    evidence: {
      en: 'release id made by them',
      ru: 'номер релиза, сделанного ими',
    },
  },
  {
    code: 'I4',
    section: 'I',
    day: 24,
    side: 'successor',
    isMandatory: true,
    tier: 'core',
    after: ['I3'],
    title: {
      en: 'They fix one small real defect and rerun the 1C exchange without us',
      ru: 'Они без нас чинят один мелкий дефект и перезапускают обмен с 1С',
    },
    titleWithoutContractor: {
      en: 'The client’s people fix one small real defect and rerun the 1C exchange without us',
      ru: 'Люди клиента без нас чинят один мелкий дефект и перезапускают обмен с 1С',
    },
    evidence: {
      en: 'task number + date',
      ru: 'номер задачи и дата',
    },
  },
  {
    code: 'J1',
    section: 'J',
    day: 18,
    side: 'agency',
    isMandatory: true,
    tier: 'core',
    after: ['A5'],
    title: {
      en: 'Reconcile hours, prepayments, unpaid acts; send the last invoice',
      ru: 'Сверить часы, авансы, неподписанные акты; выставить последний счёт',
    },
    evidence: {
      en: 'reconciliation date, balance agreed',
      ru: 'дата сверки, согласованный остаток',
    },
  },
  {
    code: 'J2',
    section: 'J',
    day: 25,
    side: 'client',
    isMandatory: true,
    tier: 'core',
    after: ['J1', 'E1'],
    title: {
      en: 'Sign the hand-over deed with the list of what was given (code, documents, rights)',
      ru: 'Подписать акт приёма-передачи с перечнем переданного (код, документы, права)',
    },
    evidence: {
      en: 'deed number + date',
      ru: 'номер и дата акта',
    },
  },
  {
    code: 'J3',
    section: 'J',
    day: 27,
    side: 'client',
    isMandatory: false,
    tier: 'extended',
    condition: 'contract',
    after: ['J1'],
    title: {
      en: 'Sign the agreement on ending the contract; confidentiality stays',
      ru: 'Подписать соглашение о расторжении; конфиденциальность сохраняется',
    },
    evidence: {
      en: 'number + date',
      ru: 'номер и дата',
    },
  },
  {
    code: 'K1',
    section: 'K',
    day: 28,
    side: 'agency',
    isMandatory: true,
    tier: 'core',
    after: ['I4', 'F3'],
    title: {
      en: 'Revoke our accesses one by one; client confirms',
      ru: 'Отозвать наши доступы по одному; клиент подтверждает',
    },
    evidence: {
      en: "list with dates, client's name",
      ru: 'список с датами, имя клиента',
    },
  },
  {
    code: 'K2',
    section: 'K',
    day: 29,
    side: 'agency',
    isMandatory: true,
    tier: 'core',
    after: ['J2', 'G3'],
    title: {
      en: 'Issue the final hand-over document (client and contractor versions)',
      ru: 'Выпустить итоговый документ передачи (версии для клиента и подрядчика)',
    },
    titleWithoutContractor: {
      en: 'Issue the final hand-over document',
      ru: 'Выпустить итоговый документ передачи',
    },
    evidence: {
      en: 'file names + checksums',
      ru: 'имена файлов и контрольные суммы',
    },
  },
  {
    code: 'K3',
    section: 'K',
    day: 30,
    side: 'client',
    isMandatory: true,
    tier: 'core',
    after: ['K1', 'K2'],
    title: {
      en: 'Last meeting: thanks, what each learned, whom to call till day 60',
      ru: 'Последняя встреча: спасибо, чему научились, кому звонить до 60-го дня',
    },
    evidence: {
      en: 'meeting note',
      ru: 'запись встречи',
    },
  },
  {
    code: 'K4',
    section: 'K',
    day: 30,
    side: 'agency',
    isMandatory: true,
    tier: 'core',
    after: ['K2'],
    title: {
      en: 'Own retrospective: first sign we missed, score 90/60/30 days before',
      ru: 'Своя ретроспектива: первый пропущенный знак, балл за 90/60/30 дней',
    },
    evidence: {
      en: 'retrospective saved (internal only)',
      ru: 'ретроспектива сохранена (только для нас)',
    },
  },
  {
    code: 'K5',
    section: 'K',
    day: 60,
    side: 'agency',
    isMandatory: false,
    tier: 'extended',
    after: ['K3'],
    title: {
      en: 'Check-in call after a month: how is the new team doing (after-care, outside the month)',
      ru: 'Звонок через месяц: как новая команда (после месяца передачи)',
    },
    titleWithoutContractor: {
      en: 'Check-in call after a month: how is the project doing (after-care, outside the month)',
      ru: 'Звонок через месяц: как живёт проект (после месяца передачи)',
    },
    evidence: {
      en: 'touch logged',
      ru: 'касание записано',
    },
  },
] as const satisfies readonly HandoffTemplateItem[];
