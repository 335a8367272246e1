import type { Lang } from '@mimamori/domain'
import { assetLabelsPaper, assetListPaper, checkNumber, renderHtml, renderPdf } from '@mimamori/papers'
import { readAuditHead } from '../../platform/audit/index.ts'
import type { FileReply } from '../../platform/http/index.ts'
import { withScope } from '../../platform/index.ts'
import { type Asking, appendAudit } from '../asking.ts'
import { openFacility } from '../facilities/index.ts'
import { inputOf, paperProblem, signerOf } from '../papers/index.ts'
import type { Services } from '../services.ts'
import { chosenRows, type WantedRows } from './files.ts'

interface WantedPaper extends WantedRows {
  readonly paper: 'list' | 'labels'
  readonly format: 'pdf' | 'html'
  readonly skip?: number | undefined
  readonly lang: Lang
  readonly by: string
  /** Where the server is reached from. */
  readonly origin: string
}

const mediaTypes = { pdf: 'application/pdf', html: 'text/html' } as const

/** The list of devices to go round with, or labels to stick on them. */
export async function assetPaper(services: Services, asking: Asking, facility: string, wanted: WantedPaper): Promise<FileReply> {
  const now = await openFacility(services, asking, facility)
  const head = await withScope(services.pool, asking, (client) => readAuditHead(client, asking.organisation), { readOnly: true })
  const input = inputOf(services, now, { lang: wanted.lang, copy: 'on-site', by: wanted.by }, head.hash)
  const { rows, groups } = chosenRows(now, wanted)
  const assets = rows.map(({ asset }) => asset.id)
  const paper =
    wanted.paper === 'list'
      ? assetListPaper(input, { assets, groups })
      : assetLabelsPaper(input, {
          assets,
          pageOf: (asset) => `${wanted.origin}/f/${facility}/assets/${asset}`,
          ...(wanted.skip !== undefined && { skip: wanted.skip }),
        })
  const made =
    wanted.format === 'html'
      ? { bytes: Buffer.from(renderHtml(paper)), checkNumber: checkNumber(paper) }
      : await renderPdf(paper, { signer: await signerOf(services.keys, asking.organisation) })
  if ('kind' in made && made.kind === 'failed') throw paperProblem('paper/not-made')
  await withScope(services.pool, asking, (client) =>
    appendAudit(services, asking, client, {
      action: 'paper/made',
      subject: facility,
      detail: { kind: paper.kind, format: wanted.format, revision: now.state.revision, checkNumber: made.checkNumber },
    }),
  )
  return { name: `${paper.kind}_${now.asOf}.${wanted.format}`, mediaType: mediaTypes[wanted.format], bytes: made.bytes }
}
