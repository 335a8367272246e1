import type { FindingLine, FindingView, Target } from '@mimamori/contract'
import { byId, type Entry, type FactRef, type RuleEntry, type Slices, type Text, type Tracked, tasksOf } from '@mimamori/domain'
import { cardOf, refsInWords } from '../checklists/index.ts'
import { describeIn } from '../facilities/index.ts'
import type { Kept, StoredLine } from '../kept.ts'
import { targetOf } from '../targets.ts'
import { byUrgency } from './order.ts'
import { findingProblem } from './problems.ts'
import { withTask } from './taken.ts'

/** One finding with its chain of reasons, clauses, measures and the next step. */
export function findingOf(now: Kept, id: string): FindingView {
  const one = byId(now.tracked, id)
  const line = byId(now.lines, id)
  if (!one || !line) throw findingProblem('finding/not-found')
  const entry = now.catalogue.rules.get(one.row.rule)
  const item = line.item === undefined ? undefined : byId(now.catalogue.reference.items, line.item)
  const card = item && cardOf(now.catalogue, item.topic, now.picture.slices.facility[0])
  const action = entry && actionOf(now, one)
  const next = nextAfter(now.lines, id)
  const { accepted } = one.row
  return {
    ...withTask(now, withoutDates(line)),
    reasons: entry ? reasonsOf(now, one, entry) : [],
    refs: [...refsInWords(one.finding?.refs ?? entry?.refs ?? [], now.catalogue)],
    measures: measuresOf(now, one.finding?.measures ?? entry?.measures ?? []),
    ...(card && { card: card.id }),
    ...(action && { action }),
    reopened: one.row.reopened,
    ...(accepted && { accepted: { ...accepted } }),
    needsApproval: now.picture.slices.facility[0]?.acceptanceApproval === 'yes',
    ...(next !== undefined && { next }),
  }
}

function withoutDates({ lastSeenOn: _, ...line }: StoredLine): FindingLine {
  return line
}

function reasonsOf(now: Kept, one: Tracked, entry: RuleEntry): FindingView['reasons'] {
  const ja = describeIn('ja', one, now, entry).reasons
  const en = describeIn('en', one, now, entry).reasons
  return ja.map((reason, at) => {
    const source = sourceOf(now.picture.slices, reason.facts)
    return { text: { ja: reason.text, en: en[at]?.text ?? reason.text }, aside: reason.aside, ...(source && { source }) }
  })
}

/** Where the first fact with a known source comes from. */
function sourceOf(slices: Slices, facts: readonly FactRef[]): { name: string; seenOn: string } | undefined {
  for (const fact of facts) {
    if (!('id' in fact)) continue
    const record = byId<Entry>(slices[fact.slice], fact.id)
    const own = fact.field === undefined ? undefined : record?.fields?.[fact.field]?.source
    const source = byId(slices.sources, own ?? record?.source)
    if (source) return { name: source.name, seenOn: source.seenOn }
  }
  return undefined
}

function measuresOf(now: Kept, ids: readonly string[]): { id: string; text: Text }[] {
  return ids.flatMap((id) => {
    const measure = byId(now.catalogue.measures, id)
    return measure ? [{ id, text: measure.title }] : []
  })
}

/** The button of a finding is that of the work that it is part of. */
function actionOf(now: Kept, one: Tracked): { button: Text; target: Target } | undefined {
  const [task] = tasksOf([one], now.picture, now.catalogue)
  if (!task || task.screen === 'finding') return undefined
  return { button: task.button, target: targetOf(now, task) }
}

function nextAfter(lines: readonly StoredLine[], id: string): string | undefined {
  const open = lines.filter((line) => line.state === 'open' || line.id === id).toSorted(byUrgency)
  return open[open.findIndex((line) => line.id === id) + 1]?.id
}
