import { formBlocks, formTitle, worksheets } from '../checklist/model.ts'
import { chartBlocks } from '../contact-chart/model.ts'
import type { PaperInput } from '../paper/context.ts'
import { type Block, type Paper, page, plainOf, say } from '../paper/index.ts'
import { type Bundle, bundleOf } from './bundle.ts'
import { coverBlocks, type Part } from './cover.ts'
import { evidenceBlocks } from './evidence.ts'
import { planBlocks } from './plans.ts'
import { signOffBlocks } from './sign-off.ts'
import { summaryBlocks, vendorSummaryBlocks } from './summary.ts'
import { trackBlocks } from './track.ts'
import { workBlocks } from './work.ts'

/** 検査用一式 in one of its two copies: what an inspector reads without a login and without trust. */
export function packPaper(input: PaperInput): Paper {
  const bundle = bundleOf(input)
  const { at } = bundle
  const parts = partsOf(bundle)
  const blocks = [...coverBlocks(bundle, parts), ...parts.flatMap((part) => [page(plainOf(part.title)), ...part.blocks])]
  const forms = [...(bundle.own ? [bundle.own] : []), ...bundle.vendors.map((one) => one.form)]
  return {
    kind: 'pack',
    lang: at.lang,
    copy: at.copy,
    title: at.t.pack.title,
    facility: at.facilityName,
    type: 'usual',
    frozen: at.frozen,
    blocks,
    worksheets: worksheets(at, forms),
  }
}

function partsOf(bundle: Bundle): readonly Part[] {
  const { at, own } = bundle
  const { parts } = at.t.pack
  return [
    { title: parts.summary, anchor: 'summary', blocks: [...summaryBlocks(bundle), ...vendorSummaryBlocks(bundle)] },
    ...(own ? [{ title: formTitle(at, own), anchor: 'facility', blocks: formBlocks(at, own, { anchor: 'facility' }) }] : []),
    ...vendorParts(bundle),
    { title: parts.chart, anchor: 'chart', blocks: chartBlocks(at, { anchor: 'chart' }) },
    { title: parts.evidence, anchor: 'evidence', blocks: evidenceBlocks(bundle) },
    { title: parts.plans, anchor: 'plans', blocks: [...planBlocks(bundle), ...(at.copy === 'on-site' ? workBlocks(at) : [])] },
    { title: parts.signOff, anchor: 'sign-off', blocks: signOffBlocks(bundle) },
  ]
}

function vendorParts(bundle: Bundle): readonly Part[] {
  const { at, vendors, companies } = bundle
  if (vendors.length === 0) return []
  const { parts } = at.t.pack
  const forms: readonly Block[] = vendors.flatMap((one, n) => [
    ...(n === 0 ? [{ kind: 'anchor', anchor: 'vendors' } as const] : [page()]),
    ...formBlocks(at, one.form, { anchor: one.anchor }),
  ])
  return [
    { title: say(parts.vendors, { vendors: companies, systems: vendors.length }), anchor: 'vendors', blocks: forms },
    { title: parts.progress, anchor: 'track', blocks: trackBlocks(bundle) },
  ]
}
