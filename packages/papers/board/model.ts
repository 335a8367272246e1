import { byId, dateInWords, daysBetween, type MissingForStage } from '@mimamori/domain'
import { askedHow, type Form, facilityForm, vendorForms } from '../checklist/form.ts'
import { type OpenFinding, openFindings } from '../pack/plans.ts'
import { type Context, contextOf, type PaperInput } from '../paper/context.ts'
import {
  type Block,
  heading,
  line,
  list,
  type NumberCard,
  type Paper,
  paragraph,
  type Rich,
  row,
  say,
  sayPlain,
  small,
  table,
} from '../paper/index.ts'
import { dayWithYear, inTokyo } from '../paper/made.ts'
import { sealsBlock } from '../paper/seals.ts'

const decisionsShown = 3
const linesShown = 3

/** 院長に見せる紙: three numbers, three decisions, one page. Every number has its base, none is a score. */
export function boardPaper(input: PaperInput): Paper {
  const at = contextOf({ ...input, copy: 'on-site' })
  const words = at.t.board
  const own = facilityForm(at)
  const vendors = vendorForms(at)
  const findings = openFindings(at).filter((one) => one.tracked.state === 'open')
  const author = line(dayWithYear(inTokyo(at.madeAt).day, at.lang), at.madeBy === undefined ? '' : ` ${at.madeBy}`)
  const blocks: readonly Block[] = [
    { kind: 'title', above: say(words.audience, { head: at.head }), text: words.heading, below: leadOf(at), beside: author, side: 'left' },
    { kind: 'numbers', cards: [answeredCard(at, own), vendorCard(at, vendors), overdueCard(at, findings)] },
    ...decisionBlocks(at, findings),
    { kind: 'beside', left: toNext(at), right: waiting(at, vendors), rightMm: 82 },
    { kind: 'fill' },
    small(say(words.disclaimer, { on: dateInWords(at.asOf, at.lang) })),
    sealsBlock(at),
  ]
  return {
    kind: 'board',
    lang: at.lang,
    copy: 'on-site',
    title: sayPlain(words.title, { head: at.head }),
    facility: at.facilityName,
    type: 'usual',
    frozen: at.frozen,
    blocks,
  }
}

function leadOf(at: Context): Rich {
  const level = at.world.level[0]
  const words = at.t.board
  if (!level || (level.reached === 0 && level.missing.length === 0 && at.world.joinedRows.length === 0)) return words.leadNone
  if (level.next === undefined) return say(words.leadTop, { reached: level.reached })
  return say(words.leadNext, { next: level.next, n: itemsOf(level.missing).length })
}

function itemsOf(missing: readonly MissingForStage[]): readonly MissingForStage[] {
  return missing.filter((one, n) => missing.findIndex((other) => other.item === one.item) === n)
}

function answeredCard(at: Context, own: Form | undefined): NumberCard {
  const words = at.t.board
  const rows = at.world.joinedRows.flatMap((joined) => joined.facility ?? [])
  const count = (state: string) => rows.filter((cell) => cell.state === state).length
  const open = count('unanswered') + count('carried-over')
  return {
    label: words.answered,
    value: sayPlain(words.answeredValue, { n: rows.length - open, base: own ? rows.length : 0 }),
    notes: [say(words.answeredUnit, { yes: count('yes'), no: count('no') }), say(words.answeredOpen, { n: open })],
  }
}

function vendorCard(at: Context, vendors: readonly Form[]): NumberCard {
  const words = at.t.board
  const companies = new Set(vendors.map((form) => form.sheet.vendor))
  const silent = vendors.filter((form) => form.isSilent)
  const waits = silent.flatMap((form) => (form.sheet.sentOn === undefined ? [] : [daysBetween(form.sheet.sentOn, at.asOf)]))
  const value = sayPlain(words.vendorsValue, { n: new Set(silent.map((form) => form.sheet.vendor)).size, base: companies.size })
  if (companies.size === 0) return { label: words.vendors, value, notes: [words.vendorsNone] }
  if (silent.length === 0) return { label: words.vendors, value, notes: [words.vendorsAll] }
  return { label: words.vendors, value, notes: waits.length === 0 ? [] : [say(words.vendorsLongest, { days: Math.max(...waits) })] }
}

function overdueCard(at: Context, findings: readonly OpenFinding[]): NumberCard {
  const words = at.t.board
  const overdue = findings.filter((one) => one.tracked.overdue)
  const coming = findings
    .flatMap((one) => (one.tracked.dueOn !== undefined && one.tracked.dueOn >= at.asOf ? [one.tracked.dueOn] : []))
    .toSorted()[0]
  const next = coming === undefined ? [] : [say(words.overdueNext, { on: dateInWords(coming, at.lang) })]
  return {
    label: words.overdue,
    value: sayPlain(words.overdueValue, { n: overdue.length }),
    notes: [say(words.overdueBase, { n: findings.length }), ...next],
  }
}

interface Decision {
  readonly first: OpenFinding
  /** Further findings of the same rule. */
  readonly more: number
}

/** One decision per kind of finding: nineteen empty items are one thing to decide, not nineteen. */
function decisionsOf(findings: readonly OpenFinding[]): readonly Decision[] {
  const byRule = Map.groupBy(findings, (one) => one.tracked.row.rule)
  return [...byRule.values()].flatMap((same) => (same[0] ? [{ first: same[0], more: same.length - 1 }] : [])).slice(0, decisionsShown)
}

function decisionBlocks(at: Context, findings: readonly OpenFinding[]): readonly Block[] {
  const words = at.t.board
  const decisions = decisionsOf(findings)
  if (decisions.length === 0) return [heading(2, words.noDecisions)]
  const columns = [
    { title: '', width: 8, align: 'center', names: true },
    { title: '', width: 'rest' },
    { title: '', width: 40 },
  ] as const
  const rows = decisions.map((decision, n) => row(String(n + 1), decisionText(at, decision), `${words.choices}\n${words.choicesMore}`))
  return [
    heading(2, say(words.decisions, { n: decisions.length })),
    { ...table(sayPlain(words.decisions, { n: decisions.length }), columns, rows), size: 'body' },
  ]
}

function decisionText(at: Context, { first, more }: Decision): Rich {
  const words = at.t.board
  const due = first.tracked.dueOn === undefined ? undefined : say(words.due, { on: dateInWords(first.tracked.dueOn, at.lang) })
  const others = first.words.partyNames.filter((name) => name !== at.us)
  const after = [
    ...(due === undefined ? [] : [due]),
    ...(others.length === 0 ? [] : [say(words.with, { names: namesOf(at, others) })]),
    ...(more === 0 ? [] : [say(words.more, { n: more })]),
  ]
  return line([{ bold: first.words.title }], '\n', first.words.step, ...after.flatMap((part, n) => [n === 0 ? '\n' : ' ', part]))
}

const namesShown = 2

/** NOTE: what concerns every company of a hospital would fill the page with their names. */
function namesOf(at: Context, names: readonly string[]): string {
  if (names.length <= namesShown) return names.join(at.t.comma)
  const rest = sayPlain(at.t.board.withMore, { n: names.length - namesShown })
  return [...names.slice(0, namesShown), rest].join(at.t.comma)
}

function toNext(at: Context): readonly Block[] {
  const words = at.t.board
  const level = at.world.level[0]
  if (!level || level.next === undefined) return [heading(3, say(words.toNext, { next: level?.target ?? 1 })), paragraph(words.toNextDone)]
  const missing = itemsOf(level.missing)
  const items = missing
    .slice(0, linesShown)
    .map((one) => say(words.toNextItem, { number: one.number, title: byId(at.world.items, one.item)?.title[at.lang] ?? '' }))
  const more = missing.length > linesShown ? [say(words.toNextMore, { n: missing.length - linesShown })] : []
  return [
    heading(3, say(words.toNext, { next: level.next })),
    missing.length === 0 ? paragraph(words.toNextDone) : list('dots', [...items, ...more]),
  ]
}

function waiting(at: Context, vendors: readonly Form[]): readonly Block[] {
  const words = at.t.board
  const silent = vendors.filter((form) => form.isSilent)
  if (silent.length === 0) return [heading(3, words.waiting), paragraph(words.waitingDone)]
  const items = silent.slice(0, linesShown).map((form) => {
    const { times, lastOn } = askedHow(form)
    const names = { vendor: form.vendorName ?? '', system: form.systemName ?? '' }
    return lastOn === undefined
      ? say(words.waitingItemNever, names)
      : say(words.waitingItem, { ...names, times, on: dateInWords(lastOn, at.lang) })
  })
  const more = silent.length > linesShown ? [say(words.toNextMore, { n: silent.length - linesShown })] : []
  return [heading(3, words.waiting), list('dots', [...items, ...more])]
}
