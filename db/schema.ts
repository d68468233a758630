import type { ColumnType, Kysely, Transaction } from 'kysely';

/**
 * The tables as data: from this record come the row types, the change log's triggers and the test that compares them
 * with the file. A trailing `?` means nullable. The SQL that makes them stands, frozen, in `migrations/`.
 */
type Column = 'text' | 'text?' | 'integer' | 'integer?' | 'any?';
type Table = Readonly<Record<string, Column>>;

const common = {
  id: 'text',
  created_at: 'text',
  updated_at: 'text',
  created_by: 'text?',
  updated_by: 'text?',
  deleted_at: 'text?',
} as const satisfies Table;

/** Tables that belong to the agency. Every change in them is logged and can be undone. */
export const sharedTables = {
  agency: {
    ...common,
    name: 'text',
    monogram: 'text',
    contact: 'text',
    clients_per_partner: 'integer',
    clients_in_honeymoon: 'integer',
    calendar: 'text',
  },
  partner: { ...common, name: 'text', monogram: 'text', place: 'text' },
  stage: {
    ...common,
    code: 'text',
    label_en: 'text?',
    label_ru: 'text?',
    hint_en: 'text?',
    hint_ru: 'text?',
    contact_norm_days: 'integer?',
  },
  stage_signal: { ...common, stage: 'text', code: 'text', is_offered: 'integer' },
  work_calendar: {
    ...common,
    code: 'text',
    base: 'text',
    name: 'text',
    works_monday: 'integer?',
    works_tuesday: 'integer?',
    works_wednesday: 'integer?',
    works_thursday: 'integer?',
    works_friday: 'integer?',
    works_saturday: 'integer?',
    works_sunday: 'integer?',
  },
  work_calendar_day: { ...common, calendar: 'text', day_on: 'text', is_worked: 'integer', title: 'text?' },
  client: {
    ...common,
    name: 'text',
    stage: 'text',
    place: 'text',
    partner_id: 'text?',
    contact_norm_days: 'integer?',
    language: 'text?',
    is_sample: 'integer',
    our_goal: 'text',
    their_goal: 'text',
    goals_match: 'text',
    our_horizon: 'text',
    their_horizon: 'text',
    first_impression: 'text',
    first_impression_on: 'text?',
    first_lever: 'text',
    report_day: 'integer?',
    reviews_quarter: 'integer',
    reports_agreed_on: 'text?',
    reviews_agreed_on: 'text?',
  },
  client_threshold: { ...common, client_id: 'text?', rule: 'text', days: 'integer?' },
  contact: {
    ...common,
    client_id: 'text?',
    name: 'text',
    role: 'text',
    role_note: 'text',
    email: 'text',
    phone: 'text',
    decides: 'integer',
    sets_tasks: 'integer',
    accepts_results: 'integer',
    pays: 'integer',
    is_technical: 'integer',
    left_on: 'text?',
    place: 'text',
  },
  engagement: {
    ...common,
    client_id: 'text?',
    kind: 'text',
    title: 'text',
    start_on: 'text?',
    end_on: 'text?',
    end_reason: 'text',
  },
  stage_change: {
    ...common,
    client_id: 'text?',
    from_stage: 'text?',
    to_stage: 'text',
    happened_at: 'text',
    reason: 'text',
  },
  note: {
    ...common,
    client_id: 'text?',
    kind: 'text',
    happened_at: 'text',
    initiated_by: 'text?',
    body: 'text',
    finished_at: 'text?',
  },
  note_template: {
    ...common,
    code: 'text',
    kind: 'text?',
    title_en: 'text?',
    title_ru: 'text?',
    text_en: 'text?',
    text_ru: 'text?',
    is_removed: 'integer',
    place: 'text',
  },
  note_attendee: { ...common, note_id: 'text?', contact_id: 'text?', partner_id: 'text?' },
  trial: {
    ...common,
    client_id: 'text?',
    started_on: 'text?',
    ends_on: 'text?',
    success_sign: 'text',
    our_verdict: 'text',
    our_words: 'text',
    our_verdict_on: 'text?',
    their_verdict: 'text',
    their_words: 'text',
    their_verdict_on: 'text?',
    revisit_on: 'text?',
  },
  task: {
    ...common,
    client_id: 'text?',
    note_id: 'text?',
    note_line: 'integer?',
    title: 'text',
    side: 'text',
    person: 'text',
    due_on: 'text?',
    done_at: 'text?',
    place: 'text',
    trial_id: 'text?',
  },
  signal_mark: {
    ...common,
    client_id: 'text?',
    note_id: 'text?',
    code: 'text',
    side: 'text',
    marked_on: 'text',
    evidence: 'text',
    ended_on: 'text?',
  },
  dossier_line: { ...common, client_id: 'text?', kind: 'text', text: 'text', place: 'text', decided_on: 'text?' },
  asset: {
    ...common,
    client_id: 'text?',
    name: 'text',
    where_kept: 'text',
    held_by: 'text',
    goes_to: 'text',
    state: 'text',
    state_on: 'text?',
    owner: 'text',
    admin: 'text',
    payer: 'text',
    renewal_on: 'text?',
    place: 'text',
    rotated_on: 'text?',
  },
  handoff: {
    ...common,
    client_id: 'text?',
    engagement_id: 'text?',
    lead_partner_id: 'text?',
    start_on: 'text',
    end_on: 'text',
    care_until_on: 'text',
    state: 'text',
    successor: 'text',
    letter: 'text',
    reason_text: 'text',
    closed_at: 'text?',
    cancel_reason: 'text?',
    would_return: 'text?',
    would_return_words: 'text?',
    told_by: 'text?',
    lesson: 'text?',
  },
  handoff_extension: { ...common, handoff_id: 'text?', from_on: 'text', until_on: 'text', reason: 'text' },
  handoff_look_back: {
    ...common,
    handoff_id: 'text?',
    days_before: 'integer',
    verdict: 'text',
    reasons: 'text',
  },
  parting_reason: { ...common, client_id: 'text?', handoff_id: 'text?', code: 'text' },
  handoff_item: {
    ...common,
    handoff_id: 'text?',
    code: 'text',
    section: 'text',
    title: 'text',
    side: 'text',
    person: 'text',
    due_on: 'text',
    state: 'text',
    state_reason: 'text',
    is_mandatory: 'integer',
    evidence: 'text',
    confirmed_by: 'text',
    done_at: 'text?',
    place: 'text',
    plan_day: 'integer?',
    is_day_own: 'integer?',
    confirmed_on: 'text?',
    asset_id: 'text?',
  },
  handoff_item_after: { ...common, item_id: 'text?', after_item_id: 'text?' },
  candidate: {
    ...common,
    handoff_id: 'text?',
    name: 'text',
    fits: 'text',
    consider: 'text',
    disclosure: 'text',
    state: 'text',
    place: 'text',
    contact: 'text?',
    load: 'text?',
  },
  candidate_answer: { ...common, candidate_id: 'text?', question: 'text', answer: 'text' },
  document_issue: {
    ...common,
    handoff_id: 'text?',
    audience: 'text',
    language: 'text',
    format: 'text',
    version: 'integer',
    file_name: 'text',
    sha256: 'text',
    issued_at: 'text',
  },
  cleared_secret: { ...common, handoff_id: 'text?', fingerprint: 'text', reason: 'text' },
  client_answer: {
    ...common,
    client_id: 'text?',
    code: 'text',
    answer: 'text',
    is_done: 'integer',
    answered_on: 'text?',
  },
  audit_topic: {
    ...common,
    client_id: 'text?',
    topic: 'text',
    score: 'integer?',
    evidence: 'text',
    open_question: 'text',
  },
  intent_check: {
    ...common,
    client_id: 'text?',
    checked_on: 'text',
    has_plan: 'text',
    said_by: 'text',
    words: 'text',
  },
  report: {
    ...common,
    client_id: 'text?',
    kind: 'text',
    period: 'text',
    sent_on: 'text?',
    summary: 'text',
  },
  kpi: {
    ...common,
    client_id: 'text?',
    name: 'text',
    unit: 'text',
    target: 'text',
    direction: 'text',
    business_goal: 'text',
    place: 'text',
  },
  kpi_reading: {
    ...common,
    kpi_id: 'text?',
    measured_on: 'text',
    value: 'text',
    remark: 'text',
  },
  request: {
    ...common,
    client_id: 'text?',
    asked_on: 'text',
    wish: 'text',
    limits: 'text',
    result: 'text',
    result_on: 'text?',
    result_words: 'text',
  },
  request_option: {
    ...common,
    request_id: 'text?',
    title: 'text',
    is_chosen: 'integer',
    place: 'text',
  },
  insight: {
    ...common,
    client_id: 'text?',
    kind: 'text',
    told_on: 'text',
    title: 'text',
    is_beyond_contract: 'integer',
    state: 'text',
    report_id: 'text?',
    kpi_id: 'text?',
  },
  snooze: {
    ...common,
    client_id: 'text?',
    subject: 'text',
    until_on: 'text',
    reason: 'text',
  },
} as const satisfies Readonly<Record<string, Table>>;

/** Tables of this computer: they never leave it, are not logged and can be rebuilt, but for settings and the log. */
export const localTables = {
  local_context: { id: 'integer', command_seq: 'integer?', erasing: 'integer' },
  local_command: {
    seq: 'integer',
    id: 'text',
    name: 'text',
    kind: 'text',
    target_seq: 'integer?',
    state: 'text',
    made_at: 'text',
    made_by: 'text?',
  },
  local_change: {
    command_seq: 'integer',
    table_name: 'text',
    row_id: 'text',
    column_name: 'text',
    before: 'any?',
    after: 'any?',
  },
  local_client_card: {
    client_id: 'text',
    name: 'text',
    stage: 'text',
    place: 'text',
    partner_id: 'text?',
    since_on: 'text',
    last_touch_at: 'text?',
    contact_norm_days: 'integer?',
    next_task_id: 'text?',
    next_title: 'text?',
    next_due_on: 'text?',
    open_flags: 'integer',
    handoff_id: 'text?',
    handoff_done: 'integer',
    handoff_total: 'integer',
    is_sample: 'integer',
  },
  local_search_entry: { entry: 'integer', row_id: 'text', happened_ms: 'integer' },
  local_search_word: { word: 'text' },
  local_kept_text: { subject: 'text', body: 'text', kept_at: 'text' },
  local_setting: { name: 'text', value: 'text' },
} as const satisfies Readonly<Record<string, Table>>;

export type SharedTable = keyof typeof sharedTables;

export function isSharedTable(name: string): name is SharedTable {
  return Object.hasOwn(sharedTables, name);
}

/** Whatever a cell of the change log may hold. */
export type Cell = string | number | null;

type Value<C extends Column> = C extends 'text'
  ? string
  : C extends 'text?'
    ? string | null
    : C extends 'integer'
      ? number
      : C extends 'integer?'
        ? number | null
        : Cell;

/** Only the key must be given on insert: every other column is nullable or has a default. */
type Columns<T extends Table> = {
  [K in keyof T]: K extends 'id' | 'client_id' | 'name'
    ? ColumnType<Value<T[K]>, Value<T[K]>, Value<T[K]>>
    : ColumnType<Value<T[K]>, Value<T[K]> | undefined, Value<T[K]>>;
};

type AllTables = typeof sharedTables & typeof localTables;
export type Schema = { [T in keyof AllTables]: Columns<AllTables[T]> };

/** Queries that only look. A transaction is a reader too. */
export type Reader = Pick<Kysely<Schema>, 'selectFrom' | 'with' | 'fn'>;
/** Proof that a write happens inside `storage.write`. */
export type Writer = Transaction<Schema>;
