import { dateInWords, daysBetween, known } from '@mimamori/domain'
import type { Form } from '../checklist/form.ts'
import { editionLine } from '../checklist/model.ts'
import { type Bundle, bundleOf } from '../pack/bundle.ts'
import { signOffBlocks, signOffSheet } from '../pack/sign-off.ts'
import { type Context, markOf, nameWithKana, type PaperInput, peopleWith } from '../paper/context.ts'
import {
  type Block,
  factsInPairs,
  heading,
  line,
  list,
  type Paper,
  page,
  paragraph,
  plainOf,
  type Rich,
  say,
  small,
} from '../paper/index.ts'
import { dayWithWeekday } from '../paper/made.ts'
import { itemsToFillIn } from './missing.ts'
import { itemTable, vendorTable } from './tables.ts'
import { itemSheet, vendorSheet } from './worksheets.ts'

const labelMm = 32

/** 検査前の確認表: what still to fill in before an inspection, item by item, and the record of the day behind it. Stays in the house. */
export function inspectionPaper(input: PaperInput): Paper {
  const bundle = bundleOf({ ...input, copy: 'on-site' })
  const { at, own } = bundle
  return {
    kind: 'inspection',
    lang: at.lang,
    copy: 'on-site',
    title: at.t.inspection.title,
    facility: at.facilityName,
    type: 'usual',
    frozen: at.frozen,
    blocks: [
      ...(own ? readinessBlocks(bundle, own) : [heading(1, at.t.inspection.title), paragraph(at.t.checklist.noForm)]),
      page(),
      ...signOffBlocks(bundle),
    ],
    worksheets: [
      ...(own ? [itemSheet(bundle, own, plainOf(countOf(at, own)))] : []),
      ...(bundle.vendors.length > 0 ? [vendorSheet(bundle)] : []),
      signOffSheet(bundle),
    ],
  }
}

function readinessBlocks(bundle: Bundle, own: Form): readonly Block[] {
  const { at } = bundle
  const words = at.t.inspection
  return [
    heading(1, words.title, { beside: editionLine(at, own) }),
    head(at),
    {
      kind: 'frame',
      blocks: [paragraph([{ bold: plainOf(countOf(at, own)) }]), small(say(words.noIsFine, { mark: markOf('secondary', at.t) }))],
    },
    heading(2, words.items),
    small(words.itemsLead, { withNext: true }),
    itemTable(bundle, own),
    ...vendorBlocks(bundle),
    heading(2, words.prepare),
    list('boxes', words.prepareItems),
  ]
}

function countOf(at: Context, own: Form): Rich {
  const n = itemsToFillIn(at, own)
  return n === 0 ? at.t.inspection.countNone : say(at.t.inspection.count, { n })
}

function head(at: Context): Block {
  const words = at.t.inspection
  const { pack } = at.t
  const manager = peopleWith(at, 'safety-manager')[0]
  const inspectionOn = known(at.facility?.inspectionOn)
  const days = inspectionOn === undefined ? 0 : daysBetween(at.asOf, inspectionOn)
  const left = days > 0 ? say(words.daysLeft, { days }) : ''
  const lines: Parameters<typeof factsInPairs>[0] = [
    [{ label: pack.facility, value: at.facilityName }],
    [{ label: pack.inspectionOn, value: inspectionOn === undefined ? pack.blank : line(dayWithWeekday(inspectionOn, at.lang), left) }],
    [
      { label: pack.manager, value: manager ? nameWithKana(manager) : pack.blank },
      { label: words.asOf, value: dateInWords(at.asOf, at.lang) },
    ],
  ]
  return factsInPairs(lines, labelMm)
}

function vendorBlocks(bundle: Bundle): readonly Block[] {
  const { at, vendors } = bundle
  const words = at.t.inspection
  if (vendors.length === 0) return []
  return [heading(2, words.vendors), small(words.vendorsLead, { withNext: true }), vendorTable(bundle)]
}
