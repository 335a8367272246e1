import { type CalendarDate, readDate, type SliceName, type Source, sliceNames } from '@mimamori/domain'
import * as z from 'zod'
import { day, type FieldsOf, group, json, must, names, text, whole, word } from '../field.ts'

const calendarDay = z.string().refine((value) => readDate(value) !== undefined)
const sliceName = z.enum(sliceNames as [SliceName, ...SliceName[]]) // there is more than one slice
const factRef = z.union([
  z.strictObject({ slice: sliceName, id: z.string(), field: z.exactOptional(z.string()) }),
  z.strictObject({ slice: sliceName, none: z.strictObject({ field: z.string(), is: z.string() }) }),
])
const ground = z.strictObject({ fact: factRef, source: z.exactOptional(z.string()), print: z.string() })
const severity = z.enum(['critical', 'high', 'medium', 'low'])

const provenanceShape = {
  source: z.exactOptional(z.string()),
  row: z.exactOptional(z.number().int()),
  confirmedOn: z.exactOptional(calendarDay),
}
export const provenanceByField = z.record(z.string(), z.strictObject(provenanceShape))

const registerRow: z.ZodType = z.strictObject({
  ...provenanceShape,
  id: z.string().min(1).max(2000),
  fields: z.exactOptional(provenanceByField),
  extra: z.exactOptional(z.record(z.string(), z.string())),
  rule: z.string(),
  subjects: z.array(z.string()),
  parties: z.array(z.string()),
  severity,
  firstSeenOn: calendarDay,
  lastSeenOn: calendarDay,
  dueOn: z.exactOptional(calendarDay),
  dueDays: z.exactOptional(z.number().int()),
  grounds: z.array(ground),
  task: z.exactOptional(z.string()),
  accepted: z.exactOptional(z.strictObject({ until: calendarDay, by: z.string(), why: z.string() })),
  standIn: z.exactOptional(z.strictObject({ measure: z.string(), until: z.exactOptional(calendarDay) })),
  statement: z.exactOptional(z.strictObject({ by: z.string(), on: calendarDay })),
  closedOn: z.exactOptional(calendarDay),
  reopened: z.number().int().min(0),
  get parts() {
    return z.exactOptional(z.array(registerRow))
  },
})

const sliceWords = Object.fromEntries(sliceNames.map((name) => [name, [name]])) as unknown as Readonly<Record<SliceName, readonly [string]>> // one entry per slice

const sourceKinds: Readonly<Record<Source['kind'], readonly [string, ...string[]]>> = {
  form: ['記入'],
  file: ['ファイル'],
  scan: ['調査'],
  feed: ['配信'],
  person: ['聞き取り'],
  paper: ['紙'],
}

export const sourcesFields: FieldsOf<'sources'> = {
  kind: must(word('種類', { ja: '何から知ったか', en: 'What it is' }, sourceKinds)),
  name: must(text('名前', { ja: 'ファイル名・書類名・氏名', en: 'Name of the file, paper or person' })),
  seenOn: must(day('日付', { ja: '見た日', en: 'Day it was seen' })),
  sha256: text('SHA-256', { ja: '元のファイル', en: 'The original file' }),
}

export const aliasesFields: FieldsOf<'aliases'> = {
  to: must(text('to', { ja: 'まとめた先のID', en: 'The id that took its place' })),
  slice: must(word('slice', { ja: '何をまとめたか', en: 'What was merged' }, sliceWords)),
  was: must(text('was', { ja: 'まとめる前の内容。手で直さない', en: 'What it was; not to be edited' })),
}

export const retiredFields: FieldsOf<'retired'> = {
  slice: must(word('slice', { ja: '何がなくなったか', en: 'What is gone' }, sliceWords)),
  on: must(day('on', { ja: 'なくなった日', en: 'Since when' })),
  by: must(text('by', { ja: '届け出た人', en: 'Who stated it' })),
  why: must(text('why', { ja: '事情', en: 'Why' })),
}

export const registerFields: FieldsOf<'register'> = {
  rule: must(text('規則', { ja: '気づきの規則', en: 'Rule of the finding' })),
  subjects: must(names('対象', { ja: '何についての気づきか(ID)', en: 'What it is about, as ids' })),
  parties: must(names('受け持ち', { ja: 'facility か vendor:ID', en: 'facility or vendor:id' })),
  severity: must(word('急ぎ度', { ja: '急ぎの度合い', en: 'Severity' }, { critical: ['至急'], high: ['高'], medium: ['中'], low: ['低'] })),
  firstSeenOn: must(day('初めて見た日', { ja: '初めて気づいた日', en: 'First seen' })),
  lastSeenOn: must(day('最後に見た日', { ja: '最後に見えた日', en: 'Last seen' })),
  dueOn: day('期限', { ja: '事実から決まる期限', en: 'Due date from the facts' }),
  dueDays: whole('期限の日数', { ja: '初めて見た日からの日数', en: 'Days from first sight' }, { min: 0, max: 36_500 }),
  grounds: must(json('もとの事実', { ja: '理由になった事実。手で直さない', en: 'Deciding facts; not to be edited' }, z.array(ground))),
  task: text('やること', { ja: 'やることの番号', en: 'Task' }),
  accepted: group<{ until: CalendarDate; by: string; why: string }>(
    '見送り',
    { ja: '承知のうえで見送り', en: 'Accepted risk' },
    {
      until: must(day('見送りの期限', { ja: 'いつまで', en: 'Until' })),
      by: must(text('見送りを決めた人', { ja: '氏名', en: 'By whom' })),
      why: must(text('見送りの理由', { ja: '理由', en: 'Why' })),
    },
  ),
  standIn: group<{ measure: string; until?: CalendarDate }>(
    '代わりの対策',
    { ja: '代わりの対策', en: 'Stand-in' },
    {
      measure: must(text('代わりの対策', { ja: '対策の名前', en: 'Measure' })),
      until: day('代わりの対策の期限', { ja: 'いつまで', en: 'Until' }),
    },
  ),
  statement: group<{ by: string; on: CalendarDate }>(
    '済んだという届け',
    { ja: '済んだという届け', en: 'Signed statement' },
    {
      by: must(text('届けた人', { ja: '氏名', en: 'By whom' })),
      on: must(day('届けた日', { ja: '日付', en: 'On' })),
    },
  ),
  closedOn: day('済んだ日', { ja: '済んだ日', en: 'Closed on' }),
  reopened: must(whole('再び見えた回数', { ja: '回数', en: 'How often it came back' }, { min: 0, max: 100_000 })),
  parts: json('まとめる前', { ja: 'まとめる前の記録。手で直さない', en: 'Rows before a merge; not to be edited' }, z.array(registerRow)),
}
