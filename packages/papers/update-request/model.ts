import type { VendorId } from '@mimamori/domain'
import { type Context, contextOf, type PaperInput } from '../paper/context.ts'
import { type Block, type Paper, page } from '../paper/index.ts'
import { coverOf } from '../vendor-request/fax.ts'
import { type AskedOf, type AskedVendor, askedVendors, hasAsked, vendorsToAsk } from './asked.ts'
import { addresseeOf, letterBlocks } from './letter.ts'
import type { UpdateRequestOptions, UpdateWay } from './options.ts'
import { replyBlocks, replyWorksheet } from './reply.ts'

/** 弱点の更新のお願い: one letter for each vendor, with its own devices alone, and the form for the answer. */
export function updateRequestPaper(input: PaperInput, options: UpdateRequestOptions = {}): Paper {
  const at = contextOf({ ...input, copy: 'on-site' })
  const way = options.way ?? 'post'
  const asked = askedVendors(at, options)
  return {
    kind: 'update-request',
    lang: at.lang,
    copy: 'on-site',
    title: at.t.update.heading,
    facility: at.facilityName,
    type: way === 'fax' ? 'fax' : 'usual',
    frozen: at.frozen,
    blocks: asked.flatMap((one, n) => [...(n === 0 ? [] : [page()]), ...oneLetter(at, one, { way, n: n + 1 })]),
    worksheets: asked.map((one, n) => replyWorksheet(at, one, n + 1)),
  }
}

type Known = Pick<PaperInput, 'picture' | 'analysis'>

/** Whether there is anything that this letter would ask for. Looked at before it is made: an empty letter is none. */
export function isUpdateAsked({ picture, analysis }: Known, of: AskedOf): boolean {
  return hasAsked({ slices: picture.slices, world: analysis.world }, of)
}

/** The vendors for which there is a letter. */
export function vendorsForUpdates({ picture, analysis }: Known): readonly VendorId[] {
  return vendorsToAsk({ slices: picture.slices, world: analysis.world })
}

function oneLetter(at: Context, asked: AskedVendor, { way, n }: { readonly way: UpdateWay; readonly n: number }): readonly Block[] {
  const anchors = { first: `update-${n}`, last: `update-${n}-last` }
  const { heading, faxBack } = at.t.update
  const cover = coverOf(at, { to: addresseeOf(at, asked.vendor), vendor: asked.vendor, subject: heading, anchors, back: faxBack })
  return [
    { kind: 'anchor', anchor: anchors.first },
    ...(way === 'fax' ? [...cover, page()] : []),
    ...letterBlocks(at, asked, way),
    page(),
    ...replyBlocks(at, asked, way),
    { kind: 'anchor', anchor: anchors.last },
  ]
}
