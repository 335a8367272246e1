import { byId, known, printedSheetNumber } from '@mimamori/domain'
import { type Form, formOf, vendorForms } from '../checklist/form.ts'
import { type Context, contextOf, type PaperInput } from '../paper/context.ts'
import { type Block, type Paper, page } from '../paper/index.ts'
import { faxCover } from './fax.ts'
import { blankForm } from './form.ts'
import { letterBlocks } from './letter.ts'
import type { RequestOptions } from './options.ts'
import { phoneCard } from './phone.ts'
import { blankWorksheet } from './worksheet.ts'

/** Letter with form, FAX with cover, or card for the telephone: one set per sheet, ready to be sent. */
export function vendorRequestPaper(input: PaperInput, options: RequestOptions): Paper {
  const at = contextOf(input)
  const forms = askedForms(at, options.sheet)
  const blocks = forms.flatMap((form, n) => [...(n === 0 ? [] : [page()]), ...oneRequest(at, form, n + 1, options)])
  return {
    kind: 'vendor-request',
    lang: at.lang,
    copy: at.copy,
    title: at.t.request.title,
    facility: at.facilityName,
    type: options.way === 'fax' ? 'fax' : 'usual',
    frozen: at.frozen,
    blocks,
    worksheets: forms.map((form) => blankWorksheet(at, form, printedSheetNumber(form.sheet.id))),
  }
}

function askedForms(at: Context, sheet: string | undefined): readonly Form[] {
  const forms = vendorForms(at)
  if (sheet === undefined) return forms.filter((form) => form.isSilent)
  const found = byId(at.slices.sheets, sheet)
  return forms.some((form) => form.sheet.id === sheet) || !found || known(found.vendor) === undefined
    ? forms.filter((form) => form.sheet.id === sheet)
    : [formOf(at, found)]
}

function oneRequest(at: Context, form: Form, n: number, options: RequestOptions): readonly Block[] {
  const anchors = { first: `request-${n}`, last: `request-${n}-last` }
  if (options.way === 'phone') return phoneCard(at, form, options.step)
  const letter = letterBlocks(at, form, options)
  const sheet = [
    page(),
    ...blankForm(at, form, printedSheetNumber(form.sheet.id), options.way === 'fax'),
    { kind: 'anchor', anchor: anchors.last } as const,
  ]
  if (options.way !== 'fax') return [{ kind: 'anchor', anchor: anchors.first }, ...letter, ...sheet]
  return [
    { kind: 'anchor', anchor: anchors.first },
    ...faxCover(at, form, { anchors, sheet: printedSheetNumber(form.sheet.id) }),
    page(),
    ...letter,
    ...sheet,
  ]
}
