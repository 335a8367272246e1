import { formBlocks, worksheets } from '../checklist/model.ts'
import { chartBlocks } from '../contact-chart/model.ts'
import type { PaperInput } from '../paper/context.ts'
import { type Block, type Paper, page } from '../paper/index.ts'
import { agreementBlocks, hasAgreements } from '../risks/pack-part.ts'
import { policyBlocks } from '../security-policy/model.ts'
import { type Bundle, bundleOf } from './bundle.ts'
import { coverBlocks, type PackPart } from './cover.ts'
import { evidenceBlocks } from './evidence.ts'
import { networkBlocks } from './network.ts'
import { partNamed } from './part-names.ts'
import { planBlocks } from './plans.ts'
import { responseWorksheet } from './response-worksheet.ts'
import { hasResponses, responseBlocks } from './responses.ts'
import { signOffBlocks } from './sign-off.ts'
import { summaryBlocks, vendorSummaryBlocks } from './summary.ts'
import { trackBlocks } from './track.ts'
import { workBlocks } from './work.ts'

/** 検査用一式 in one of its two copies: what an inspector reads without a login and without trust. */
export function packPaper(input: PaperInput): Paper {
  const bundle = bundleOf(input)
  const { at } = bundle
  const parts = partsOf(bundle)
  const blocks = [...coverBlocks(bundle, parts), ...parts.flatMap((part) => [page(part.name), ...part.blocks])]
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
    worksheets: [...worksheets(at, forms), ...(hasResponses(at) ? [responseWorksheet(bundle)] : [])],
  }
}

function partsOf(bundle: Bundle): readonly PackPart[] {
  const { at, own } = bundle
  return [
    { ...partNamed(bundle, 'summary'), blocks: [...summaryBlocks(bundle), ...vendorSummaryBlocks(bundle)] },
    ...(own ? [{ ...partNamed(bundle, 'facility'), blocks: formBlocks(at, own, { anchor: 'facility' }) }] : []),
    ...vendorParts(bundle),
    ...(at.copy === 'on-site' ? [{ ...partNamed(bundle, 'policy'), blocks: policyBlocks(at, { anchor: 'policy' }) }] : []),
    { ...partNamed(bundle, 'chart'), blocks: chartBlocks(at, { anchor: 'chart' }) },
    ...(at.map ? [{ ...partNamed(bundle, 'network'), blocks: networkBlocks(at, at.map) }] : []),
    ...(hasResponses(at) ? [{ ...partNamed(bundle, 'responses'), blocks: responseBlocks(bundle) }] : []),
    ...(hasAgreements(at) ? [{ ...partNamed(bundle, 'agreements'), blocks: agreementBlocks(at) }] : []),
    { ...partNamed(bundle, 'evidence'), blocks: evidenceBlocks(bundle) },
    { ...partNamed(bundle, 'plans'), blocks: [...planBlocks(bundle), ...(at.copy === 'on-site' ? workBlocks(at) : [])] },
    { ...partNamed(bundle, 'sign-off'), blocks: signOffBlocks(bundle) },
  ]
}

function vendorParts(bundle: Bundle): readonly PackPart[] {
  const { at, vendors } = bundle
  if (vendors.length === 0) return []
  const forms: readonly Block[] = vendors.flatMap((one, n) => [
    ...(n === 0 ? [{ kind: 'anchor', anchor: 'vendors' } as const] : [page()]),
    ...formBlocks(at, one.form, { anchor: one.anchor }),
  ])
  return [
    { ...partNamed(bundle, 'vendors'), blocks: forms },
    { ...partNamed(bundle, 'track'), blocks: trackBlocks(bundle) },
  ]
}
