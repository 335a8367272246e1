import { type Duty, type FacilityKind, known } from '@mimamori/domain'
import type { Form } from '../checklist/form.ts'
import { type Context, markOf, nameWithKana, peopleWith } from '../paper/context.ts'
import { type Block, facts, gap, line, list, type Part, type Rich, row, say, sayWhere, small, table } from '../paper/index.ts'
import { dayWithWeekday, dayWithYear, inTokyo } from '../paper/made.ts'
import type { Bundle } from './bundle.ts'
import { partNamed } from './part-names.ts'

/** A part of the pack as the contents name it. */
export interface PackPart extends Part {
  readonly blocks: readonly Block[]
}

/** Cover with ground, people, the three-minute guide, contents with pages, and counts. */
export function coverBlocks(bundle: Bundle, parts: readonly PackPart[]): readonly Block[] {
  const { at } = bundle
  const { pack } = at.t
  return [
    {
      kind: 'stamp',
      text: at.t.copies[at.copy],
      beside: at.documentNumber === undefined ? pack.documentBlank : say(pack.documentNumber, { number: at.documentNumber }),
    },
    gap(4),
    { kind: 'title', text: pack.heading, above: groundOf(at), below: bundle.own?.edition ? editionTitle(at, bundle.own) : '' },
    facts(coverFacts(at), { labelMm: 40, inset: true }),
    { kind: 'frame', title: pack.guide, blocks: [list('dots', guide(bundle))] },
    contents(at, parts),
    { kind: 'fill' },
    small(countLine(bundle)),
    small(
      at.auditHead === undefined
        ? pack.noAudit
        : sayWhere(pack.audit, { page: partNamed(bundle, 'evidence') }, { head: grouped(at.auditHead.slice(0, 12)) }),
    ),
  ]
}

function editionTitle(at: Context, form: Form): Rich {
  return (form.edition?.title[at.lang] ?? '') + (form.edition ? markOf(form.edition.confidence, at.t) : '')
}

/** Centres come under the inspection of clinics only where they are registered as one; else the pack is voluntary. */
const centres: readonly (FacilityKind | undefined)[] = ['checkup-centre', 'laboratory', 'checkup-lab-centre']

/** The point of inspection that applies to this kind of facility on the day, with its mark. */
function groundOf(at: Context): Rich {
  const isCentre = centres.includes(at.facility?.kind)
  if (isCentre && at.facility?.alsoClinic !== 'yes') return at.t.pack.voluntary
  const kind = isCentre ? 'clinic' : at.facility?.kind
  const beds = known(at.facility?.beds)
  const applies = (duty: Duty) =>
    kind !== undefined &&
    duty.kind === 'inspection-point' &&
    duty.appliesTo.includes(kind) &&
    (duty.validFrom === undefined || duty.validFrom <= at.asOf) &&
    (duty.validTo === undefined || duty.validTo >= at.asOf) &&
    (duty.bedsMin === undefined || (typeof beds === 'number' && beds >= duty.bedsMin)) &&
    (duty.bedsMax === undefined || (typeof beds === 'number' && beds <= duty.bedsMax))
  const duty = at.world.duties.find(applies)
  return duty ? duty.title[at.lang] + markOf(duty.confidence, at.t) : at.t.pack.voluntary
}

function coverFacts(at: Context): readonly (readonly [Rich, Rich])[] {
  const { pack } = at.t
  const beds = known(at.facility?.beds)
  const head = peopleWith(at, 'head')[0]
  const manager = peopleWith(at, 'safety-manager')[0]
  const inspectionOn = known(at.facility?.inspectionOn)
  return [
    [pack.facility, typeof beds === 'number' ? say(pack.beds, { name: at.facilityName, beds }) : at.facilityName],
    [say(pack.headOf, { head: at.head }), head ? nameWithKana(head) : pack.blank],
    [pack.manager, manager ? [nameWithKana(manager), ...(manager.post === undefined ? [] : [` ${manager.post}`])].join('') : pack.blank],
    [pack.inspectionOn, inspectionOn === undefined ? pack.blank : dayWithWeekday(inspectionOn, at.lang)],
    [pack.made, line(dayWithYear(inTokyo(at.madeAt).day, at.lang), at.madeBy === undefined ? '' : ` ${at.madeBy}`)],
  ]
}

/** What an inspector must know before turning the page; a pack without vendors says nothing of them. */
function guide(bundle: Bundle): readonly Rich[] {
  const { at, own, companies, vendors } = bundle
  const { pack } = at.t
  const alone = vendors.length === 0
  const edition = own?.edition
  const values = {
    vendors: companies,
    pages: { pageCount: 'all' } as const,
    issuer: edition?.issuer[at.lang] ?? '',
    edition: edition?.short[at.lang] ?? '',
  }
  return [
    sayWhere(alone ? pack.guideFormsAlone : pack.guideForms, { summary: partNamed(bundle, 'summary') }, values),
    alone ? pack.guideDatesAlone : sayWhere(pack.guideDates, { progress: partNamed(bundle, 'track') }),
    pack.guideOpen,
    pack.guideMarks,
    pack.guideLimits,
    at.copy === 'hand-over' ? pack.guideHandOver : pack.guideOnSite,
  ]
}

function contents(at: Context, parts: readonly PackPart[]): Block {
  const { pack } = at.t
  const columns = [
    { title: '', width: 12, align: 'center' },
    { title: pack.contents, width: 'rest', names: true },
    { title: pack.contentsPage, width: 19, align: 'right' },
  ] as const
  return table(
    pack.contents,
    columns,
    parts.map((part, n) => row(String(n + 1), [{ goTo: part.anchor, words: part.name }], [{ pageOf: part.anchor }])),
    7,
  )
}

/** 記入済み 13・未記入 6(全19項目) 事業者の回答 8社・回答待ち 1社. An item counts as open while any of its rows is. */
function countLine({ at, own, companies, silentCompanies }: Bundle): Rich {
  const { pack } = at.t
  const items = [...new Set((own?.rows ?? []).map((one) => one.item.id))]
  const saidOf = (item: string) => (own?.rows ?? []).filter((one) => one.item.id === item).map((one) => one.said)
  const open = items.filter((item) => saidOf(item).some((said) => said === 'unanswered' || said === 'carried-over')).length
  const mayStay = items.filter((item) => saidOf(item).every((said) => said === 'open')).length
  const parts = [
    say(pack.counts, { done: items.length - open - mayStay, open, items: items.length }),
    ...(mayStay > 0 ? [say(pack.countsMayStay, { n: mayStay })] : []),
    ...(companies > 0 ? [say(pack.countsVendors, { replied: companies - silentCompanies, silent: silentCompanies })] : []),
  ]
  return line(...parts.flatMap((part, n) => (n === 0 ? [part] : [' ', part])))
}

/** Hexadecimal digits in groups of four, which the eye can compare. */
export function grouped(hex: string, size = 4): string {
  return hex.replace(new RegExp(`(.{${size}})(?=.)`, 'g'), '$1 ')
}
