function split(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}

/** What stands between the words under test; the commonest first. No form of a lexeme is among them. */
export const russianFiller: readonly string[] = split(`
  уже ещё только потом снова тоже очень сейчас теперь тогда там здесь тут где когда куда откуда почему зачем
  пока если чтобы хотя либо или ли бы ведь вот даже лишь почти совсем вполне весьма слишком
  сегодня завтра вчера утром вечером весной летом осенью зимой январь февраль март апрель май июнь июль
  август сентябрь октябрь ноябрь декабрь понедельник вторник среда четверг пятница суббота воскресенье
  раз два три четыре пять шесть семь восемь девять десять двадцать тридцать сорок пятьдесят сто тысяча половина четверть треть
  вместе отдельно заранее сразу вовремя поздно рано скоро давно недавно иногда редко всегда никогда обычно опять
  наверное возможно видимо кажется похоже вроде точно конечно разумеется действительно наоборот кстати например
  никто ничто ничего некто нечто кто-то что-то где-то когда-нибудь какой-то любой каждый всякий самый другой иной
  этот тот такой свой мой наш ваш сам сама само сами весь вся всё всех всем
  без до под над при про через между перед около вокруг вдоль мимо ради кроме вместо против среди внутри снаружи
  надо можно нельзя пора жаль лень стоит хватит
  был была было были будет будут есть нет
  кофе чай обед ужин завтрак коридор этаж лифт парковка улица площадь мост река море лес парк погода дождь снег ветер солнце
  поезд самолёт вокзал аэропорт такси машина дорожка билет чемодан гостиница отпуск праздник юбилей подарок
  ноутбук экран клавиатура мышь наушники микрофон камера принтер кабель розетка зарядка батарея планшет
  стена потолок пол дверь ключ замок лестница крыша кухня комната кабинет переговорка склад цех завод фабрика ферма
  хлеб молоко сыр масло рыба мясо овощи фрукты яблоко груша виноград чашка тарелка ложка вилка
  мебель ткань керамика стекло дерево металл бумага картон пластик краска клей нитка
  серия модель образец размер вес объём высота ширина глубина скорость мощность прочность
  музыка песня фильм книга журнал газета рассылка выпуск обложка глава абзац строка буква слог запятая точка скобка
  заголовок подзаголовок меню шапка подвал фон иконка шрифт отступ сетка колонка таблица график диаграмма схема карта
  каталог фильтр поиск анкета опрос отзыв рейтинг комментарий рубрика тег метка баннер логотип слоган стиль
  аналитика статистика метрика воронка трафик охват показ клик лид конверсия сегмент аудитория прогноз тренд
  гипотеза опыт навык урок тренинг семинар форум выставка стенд доклад спикер гость участник ведущий зритель
  резерв архив облако диск модуль плагин движок скрипт запрос база индекс протокол порт маршрут зеркало сертификат
  страховка аренда склейка ремонт уборка охрана касса чек товарищ сосед коллега начальник помощник стажёр студент
  инженер маркетолог редактор корректор фотограф художник верстальщик тестировщик аналитик курьер водитель кладовщик
  надёжно спокойно тихо громко честно ровно криво густо пусто узко широко глубоко высоко низко далеко близко
  слева справа сверху снизу впереди позади рядом насквозь наверх вниз вперёд назад прочь
  ясно странно смешно грустно весело скучно трудно приятно полезно вредно опасно безопасно выгодно
  вежливый строгий мягкий твёрдый тёплый холодный сухой мокрый чистый грязный светлый яркий бледный серый белый чёрный
  красный синий зелёный жёлтый оранжевый фиолетовый розовый круглый квадратный плоский острый тупой
  уточнить напомнить подготовить собрать добавить убрать поменять сравнить выяснить обещать спорить шутить молчать слушать
  читать рисовать верстать снимать монтировать печатать клеить грузить возить ездить летать бегать сидеть стоять лежать
  уточнили напомнили подготовили собрали добавили убрали поменяли сравнили выяснили обещали спорили шутили молчали слушали
  верстаем рисуем снимаем печатаем грузим летим сидим читаем
  намекнул пожал вздохнул улыбнулся кивнул устал заболел выздоровел опоздал успел забыл вспомнил
  смысл толк повод причина следствие польза вред шанс удача беда радость грусть тревога доверие уважение терпение
  и в не на что с это как по но из у за от то так же для мы он она они все вы я его её их нам им нас вам мне
`);

export const englishFiller: readonly string[] = split(`
  now soon later again already still yet here there
  also too very quite rather almost only just maybe perhaps probably certainly clearly hardly mostly
  about above across after against along among around before behind below beside between beyond despite during except
  inside into near off onto outside over since through toward under until upon within without
  one two three four five six seven eight nine ten twenty thirty fifty hundred thousand half quarter
  today tomorrow yesterday morning noon evening night monday tuesday wednesday thursday friday saturday sunday
  january february march april june july august september october november december spring summer autumn winter
  coffee tea lunch dinner corridor floor lift parking street bridge river sea forest park weather rain snow wind sun
  train plane airport taxi car ticket suitcase hotel holiday gift laptop screen keyboard mouse headphones microphone camera
  printer cable charger battery tablet wall ceiling door key lock roof kitchen room warehouse factory farm bread milk cheese
  butter fish meat apple pear grape cup plate spoon fork furniture fabric ceramics glass wood metal paper plastic paint glue
  size weight volume height width depth speed strength music song film book magazine newspaper cover chapter paragraph line
  letter comma dot bracket headline menu header footer background icon font margin grid column table chart diagram scheme map
  catalogue filter survey rating comment tag banner logo slogan style analytics metric funnel traffic reach click lead
  audience forecast trend idea lesson workshop booth speaker guest viewer cloud disk module plugin script query index
  insurance rent repair cleaning guard neighbour colleague boss helper intern student engineer editor artist courier driver
  calm quiet loud honest even narrow wide deep high low far close forward backward
  strange funny sad cheerful boring pleasant useful harmful risky safe polite strict soft hard warm cold dry wet clean dirty
  bright pale grey white black red blue green yellow orange purple pink round square flat sharp
  reason benefit harm chance luck trouble joy worry trust respect patience
  so if then than when while where why how what which who whom whose
  the and of to in it that is for on with as at by from this was we they you he she his her their our your its
  but or not are were be been has have had will would should could may might must do does did
`);

export interface Frames {
  readonly titles: readonly string[];
  readonly sentences: readonly string[];
  readonly headings: readonly string[];
  readonly items: readonly string[];
}

/** {w} is a form of a word under test, {W} one with a capital, {f} filler, {n} a number. */
export const russianFrames: Frames = {
  titles: [
    'Кратко: {w}, {w} и {f} {w}',
    '{W}, {w} и ещё {f}',
    'Сегодня про {w} и немного про {w}',
    'Заметка: {w}, {w}, {w}',
    '{W} {w} — итоги',
    'Черновик: {w} / {w}',
    'Марина и Олег: {w} {f}',
    '# {W} и {w}',
  ],
  sentences: [
    'Сегодня {w} и {w}, потом {f} {w} и ещё раз {w}, как и было обещано.',
    '{W} {f} {w}, а {w} пока {f}, поэтому {w} уехал на осень.',
    'Марина напомнила про {w}: {f} {w} до {n} октября, а {w} хоть в ноябре.',
    'Олег против, потому что {w} {f} {w} и {f} {w}, и никто не помнил про {w}.',
    'Надо уточнить {w}, {w} и {w}, иначе {f} зависнет и {w} снова уплывёт.',
    'Если {w} {f}, то {w} выйдет на {n} тыс. меньше, чем {w} прошлой весной.',
    'По смыслу {w} {w}, хотя {f} {f} {w} и {w} из соседней комнаты.',
    'Светлана уверена: {w} {f} {w} {f} не раньше весны, и {w} туда же.',
    '{W}, {w}, {w} — всё это осталось с прошлой осени, а {w} никому не мешает.',
    'Кстати, {w} {f} {f} через {w}, и это никого не удивило, даже {w}.',
    'Ещё {f}: {w} вместо {w}, плюс {w} на {n} позиций и {w} сверху.',
    'На всякий случай {f} {w} и {w} у себя, чтобы {w} не пропал.',
    'Игорь обещал {w} к {n}:00, но {f} {w} {f}, и {w} с {w} так и висят.',
    'Вчера {w} {f}, сегодня уже {w} и {w}, завтра {f} {w}.',
    'Сошлись на том, что {w} {w} без {w}, {f} и {f}, а {w} только через Марину.',
    'Осталось {n} %, {f} {w} и немного {w}, хотя {w} {f} с утра.',
    'Спорили о {w}; {f} {w} {f} оказался весомее, чем {w} и {w}.',
    'Потом {f} {w} {w}, чтобы {w} не потерялся среди {w} и {w}.',
    'Тон был ровный, {f} {w} {f}, про {w} ни слова, про {w} вскользь.',
    'Дальше: {w}, {w}, а также {f} {w} и {w} — всё до {n} апреля.',
    '«{W} {w}, — повторил Игорь, — {f} {w} мне {f}, а {w} тем более».',
    'Почему {w} {f} {w}, никто так и не выяснил, зато {w} теперь {w}?',
  ],
  headings: ['## Итоги', '## Дальше', '## {W}', '## Про {w}', '### {W} и {w}'],
  items: [
    '- [ ] {w} {w} до {n} мая',
    '- [ ] уточнить {w} и {w}',
    '- [x] напомнить Олегу про {w} и {w}',
    '- [ ] {f} {w}, {w}',
    '- **{w}**: {f} {w}',
    '- {w}, {w}, {w}',
  ],
};

export const englishFrames: Frames = {
  titles: [
    'Short: {w}, {w} and {f} {w}',
    '{W}, {w} and {f}',
    'Today: {w} and a little {w}',
    'Notes on {w}, {w}, {w}',
    'Draft: {w} / {w}',
    'Anna and Peter: {w} {f}',
    '# {W} and {w}',
  ],
  sentences: [
    'Peter asked about {w} and {w}, then {f} {w} once more, with {w} on top.',
    'The {w} {f} {w}, while {w} still {f}, which is why the {w} waits.',
    'Anna reminded everyone of {w}: {f} {w} by {n} October, and {w} in November at the latest.',
    'We need {w}, {w} and {w}, otherwise {f} will slip together with {w}.',
    'If {w} {f}, the {w} costs {n} euros less than the {w} from last spring.',
    "It isn't clear whether {w} {w}, although {f} {f} {w} from the room next door.",
    'Maria is sure: {w} {f} {w} {f} no sooner than spring, and {w} too.',
    '{W}, {w}, {w}: all of it remains from last autumn, and {w} disturbs nobody.',
    'By the way, {w} {f} {f} through {w} and nobody minded, not even {w}.',
    'One more {f}: {w} instead of {w}, plus {w} for {n} items and {w} above.',
    'Yesterday {w} {f}, today already {w} and {w}, tomorrow {f} {w}.',
    'In the end {w} {w} without {w}, {f} and {f}, but the {w} only through Anna.',
    'About {n} percent remain, {f} {w} and a little {w}, though {w} {f} since the morning.',
    'They argued over {w}; {f} {w} {f} weighed more than {w} and {w}.',
    'Next: {w}, {w} and also {f} {w} with {w}, all of it by {n} April.',
    'The tone was calm, {f} {w} {f}, not a word on {w}, hardly any on {w}.',
    'Why {w} {f} {w}, nobody explained, yet {w} is now {w}?',
  ],
  headings: ['## Summary', '## Next', '## {W}', '## About {w}'],
  items: [
    '- [ ] {w} {w} by {n} May',
    '- [ ] clarify {w} and {w}',
    '- [x] remind Peter of {w} and {w}',
    '- [ ] {f} {w}, {w}',
    '- **{w}**: {f} {w}',
    '- {w}, {w}, {w}',
  ],
};
