import { byId } from '@mimamori/domain'
import { writeVendorSheet } from '@mimamori/formats'
import type { FileReply } from '../../platform/http/index.ts'
import { withScope } from '../../platform/index.ts'
import { type Asking, appendAudit } from '../asking.ts'
import { checklistProblem } from '../checklists/index.ts'
import { openFacility } from '../facilities/index.ts'
import { findForPaper } from '../hand-over/index.ts'
import { type HandlerParts, type HandlersOf, langOf } from '../handler-parts.ts'
import type { Services } from '../services.ts'
import { xlsxType } from '../words.ts'
import { papersWithNumber } from './check-number.ts'
import { isPaperKind, paperFile } from './frozen.ts'
import { papersOf } from './list.ts'
import { paperProblem } from './problems.ts'

export function paperHandlers({ services }: HandlerParts): HandlersOf<'papers' | 'makePaper' | 'vendorSheetFile' | 'checkNumber'> {
  return {
    papers: ({ input, scope }) => papersOf(services, scope, input.params.facility),
    checkNumber: ({ input, scope }) => papersWithNumber(services, scope, input.params.facility, input.query.number),
    makePaper: async ({ input, scope, session }) => {
      const { kind, facility } = input.params
      if (!isPaperKind(kind)) throw paperProblem('paper/not-found')
      const { format, copy, lang, id, way } = input.query
      const handover = kind === 'handover' && id !== undefined ? await findForPaper(services, scope, { facility, handOver: id }) : undefined
      return paperFile(services, scope, facility, {
        kind,
        format,
        copy: copy ?? 'on-site',
        lang: lang ?? langOf(session),
        id,
        way,
        handover,
        by: session?.personName ?? '',
      })
    },
    vendorSheetFile: async ({ input, scope, session }) => {
      const { facility, sheet } = input.params
      const { format, way, step } = input.query
      if (format !== 'pdf') return sheetFile(services, scope, facility, { sheet, format })
      await checkSheet(services, scope, facility, sheet)
      return paperFile(services, scope, facility, {
        kind: 'vendor-request',
        format,
        copy: 'on-site',
        lang: langOf(session),
        id: sheet,
        way: way ?? 'post',
        step,
        by: session?.personName ?? '',
      })
    },
  }
}

async function checkSheet(services: Services, asking: Asking, facility: string, sheet: string) {
  const now = await openFacility(services, asking, facility)
  const found = byId(now.picture.slices.sheets, sheet)
  if (found?.audience !== 'vendor') throw checklistProblem('checklist/no-such-sheet')
  return { now, found }
}

/** The vendor's sheet to be filled in on its own PC: no macro, no script, an ASCII name; it is read back by item number. */
async function sheetFile(
  services: Services,
  asking: Asking,
  facility: string,
  asked: { sheet: string; format: 'xlsx' | 'csv' },
): Promise<FileReply> {
  const { now, found } = await checkSheet(services, asking, facility, asked.sheet)
  const { fileName, bytes } = await writeVendorSheet({
    picture: now.picture,
    sheet: found.id,
    items: now.catalogue.reference.items,
    format: asked.format,
  })
  await withScope(services.pool, asking, (client) =>
    appendAudit(services, asking, client, {
      action: 'paper/made',
      subject: facility,
      detail: { kind: 'vendor-sheet', format: asked.format, of: found.id, revision: now.state.revision },
    }),
  )
  const mediaType = asked.format === 'csv' ? 'text/csv' : xlsxType
  return { name: fileName, mediaType, bytes }
}
