import { type Form, facilityForm, vendorForms } from '../checklist/form.ts'
import { type Context, contextOf, type PaperInput } from '../paper/context.ts'
import { type Exhibit, exhibitsOf } from './exhibits.ts'

/** Everything that the parts of the pack show, put together once. */
export interface Bundle {
  readonly at: Context
  readonly own: Form | undefined
  readonly vendors: readonly VendorPart[]
  /** Distinct companies that were given a sheet. */
  readonly companies: number
  /** Of these, the ones that have not returned every sheet. */
  readonly silentCompanies: number
  readonly exhibits: readonly Exhibit[]
}

export interface VendorPart {
  readonly form: Form
  /** Column in the summary and tab of the form, 1 first. */
  readonly n: number
  readonly anchor: string
  readonly trackAnchor: string
}

export function bundleOf(input: PaperInput): Bundle {
  const at = contextOf(input)
  const forms = vendorForms(at)
  const names = (all: readonly Form[]) => new Set(all.map((form) => form.sheet.vendor)).size
  return {
    at,
    own: facilityForm(at),
    vendors: forms.map((form, index) => ({ form, n: index + 1, anchor: `vendor-${index + 1}`, trackAnchor: `track-${index + 1}` })),
    companies: names(forms),
    silentCompanies: names(forms.filter((form) => form.isSilent)),
    exhibits: exhibitsOf(at),
  }
}
