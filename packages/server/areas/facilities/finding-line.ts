import type { FullCatalogue } from '@mimamori/catalog'
import {
  addDays,
  byId,
  type CalendarDate,
  type Described,
  describe,
  type Finding,
  type Headline,
  headlineOf,
  inStep,
  type Lang,
  type Picture,
  partyOf,
  type RegisterRow,
  type RuleEntry,
  renamedSince,
  type Severity,
  type Text,
  type Tracked,
  toldOnce,
} from '@mimamori/domain'
import type { Kept, StoredLine } from '../kept.ts'

type Now = Pick<Kept, 'picture' | 'catalogue' | 'asOf' | 'tracked'>

/** Every tracked finding that is told, in words, in order of id; a line whose finding and names are the same as before is the old object. */
export function linesOf(
  now: Now,
  before?: Now & Pick<Kept, 'lines'>,
  older: readonly StoredLine[] = before?.lines ?? [],
): readonly StoredLine[] {
  const last = before && before.asOf === now.asOf && before.catalogue === now.catalogue ? before : undefined
  const isRenamed = last ? renamedSince(last.picture.slices, now.picture.slices) : () => true
  const [oldLine, lastTracked] = [inStep(older), inStep(last?.tracked ?? [])]
  return toldOnce(now.tracked, now.catalogue).map((one) => {
    const old = oldLine(one.id)
    return old && last && isSameLook(lastTracked(one.id), one) && !isRenamed(one.row) ? old : lineOf(one, now, old)
  })
}

function isSameLook(last: Tracked | undefined, now: Tracked): boolean {
  if (!last || last.finding !== now.finding || last.row !== now.row) return false
  return last.state === now.state && last.why === now.why && last.overdue === now.overdue
}

function lineOf(one: Tracked, now: Now, old: StoredLine | undefined): StoredLine {
  const { row } = one
  const entry = now.catalogue.rules.get(row.rule)
  const item = row.subjects.map((subject) => byId(now.catalogue.reference.items, subject)).find((found) => found !== undefined)
  return {
    id: one.id,
    rule: row.rule,
    area: one.finding?.area ?? old?.area ?? row.rule.slice(0, row.rule.indexOf('/')),
    severity: row.severity,
    state: one.state,
    urgency: one.state === 'open' ? urgencyOf(row.severity, one.dueOn, now.asOf) : 1,
    party: partyOf(row.parties),
    overdue: one.overdue,
    firstSeenOn: row.firstSeenOn,
    lastSeenOn: row.lastSeenOn,
    minutes: entry?.minutes ?? 0,
    ...wordsOf(one, now, { entry, old }),
    ...(item && { item: item.id, itemNumber: item.number }),
    ...(one.dueOn !== undefined && { dueOn: one.dueOn }),
    ...(one.why !== undefined && { why: one.why }),
  }
}

type Words = Pick<StoredLine, 'title' | 'step' | 'partyNames'>

/** NOTE: of a finding that is seen no more the old words stay, as the names in them may be gone from the picture. */
function wordsOf(one: Tracked, now: Now, known: { entry: RuleEntry | undefined; old: StoredLine | undefined }): Words {
  if (!one.finding && known.old) return { title: known.old.title, step: known.old.step, partyNames: known.old.partyNames }
  if (!known.entry) return { title: { ja: one.row.rule, en: one.row.rule }, step: { ja: '', en: '' }, partyNames: [] }
  const ja = headlineIn('ja', one, now, known.entry)
  const en = headlineIn('en', one, now, known.entry)
  return {
    title: { ja: ja.title, en: en.title },
    step: { ja: ja.step, en: en.step },
    partyNames: ja.partyNames.map((name, at): Text => ({ ja: name, en: en.partyNames[at] ?? name })),
  }
}

interface Told {
  readonly picture: Picture
  readonly catalogue: FullCatalogue
}

/** A finding in words of one language; one that is only in the register is told by its subjects. */
export function describeIn(lang: Lang, one: Tracked, now: Told, entry: RuleEntry): Described {
  return describe(one.finding ?? findingOfRow(one.row, entry), { picture: now.picture, entry, wording: now.catalogue.reference, lang })
}

function headlineIn(lang: Lang, one: Tracked, now: Told, entry: RuleEntry): Headline {
  return headlineOf(one.finding ?? findingOfRow(one.row, entry), { picture: now.picture, entry, wording: now.catalogue.reference, lang })
}

function findingOfRow(row: RegisterRow, entry: RuleEntry): Finding {
  const [first, ...others] = row.parties
  return {
    id: row.id,
    rule: row.rule,
    area: row.rule.slice(0, row.rule.indexOf('/')),
    severity: row.severity,
    parties: [first ?? 'facility', ...others],
    subjects: row.subjects,
    because: [],
    refs: entry.refs,
    measures: entry.measures,
  }
}

const monthDays = 31

/** 3 = today, 2 = this month, 1 = within the fiscal year: by how grave it is and when it is due. */
export function urgencyOf(severity: Severity, dueOn: CalendarDate | undefined, today: CalendarDate): 1 | 2 | 3 {
  const overdue = dueOn !== undefined && dueOn < today
  if (severity === 'critical' || (severity === 'high' && overdue)) return 3
  if (severity === 'high' || overdue || (dueOn !== undefined && dueOn <= addDays(today, monthDays)))
    return severity === 'low' && !overdue ? 1 : 2
  return 1
}
