import { formTitle } from '../checklist/model.ts'
import { type Part, sayPlain } from '../paper/index.ts'
import type { Bundle } from './bundle.ts'

export type PartAnchor =
  | 'summary'
  | 'facility'
  | 'vendors'
  | 'track'
  | 'policy'
  | 'chart'
  | 'network'
  | 'responses'
  | 'agreements'
  | 'evidence'
  | 'plans'
  | 'sign-off'

/** A part of the pack as its contents, its heading and the sentences about it call it. */
export function partNamed(bundle: Bundle, anchor: PartAnchor): Part {
  return { anchor, name: nameOf(bundle, anchor) }
}

function nameOf({ at, own, companies, vendors }: Bundle, anchor: PartAnchor): string {
  const { parts } = at.t.pack
  switch (anchor) {
    case 'facility':
      return own ? formTitle(at, own) : parts.facility
    case 'vendors':
      return sayPlain(parts.vendors, { vendors: companies, systems: vendors.length })
    case 'track':
      return parts.progress
    case 'agreements':
      return at.t.risks.pack.part
    case 'sign-off':
      return parts.signOff
    default:
      return parts[anchor]
  }
}
