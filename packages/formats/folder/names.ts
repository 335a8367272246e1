import type { SliceName } from '@mimamori/domain'
import { readItemNumber } from '../item-number.ts'
import { foldCompany, foldText } from '../text.ts'
import { type Draft, textAt } from './draft.ts'
import { tables } from './tables.ts'

/** A record whose id is known. */
export interface Known {
  readonly id: string
  readonly draft: Draft
}

/** Finds the record that a person means by a name or number; of two that fit, none. */
export interface Names {
  readonly find: (slice: SliceName, written: string) => string | undefined
}

type Index = Map<string, Set<string>>

/** An index of names over the records of each slice, made when the slice is first asked for. */
export function namesOf(records: Records): Names {
  const indexes = new Map<SliceName, Index>()
  const indexFor = (slice: SliceName): Index => {
    const made = indexes.get(slice)
    if (made) return made
    const index: Index = new Map()
    indexes.set(slice, index)
    for (const known of records.get(slice) ?? [])
      for (const name of spellings(known, records)) index.set(name, (index.get(name) ?? new Set()).add(known.id))
    return index
  }
  return {
    find: (slice, written) => {
      const number = slice === 'answers' ? readItemNumber(written) : undefined
      const found = indexFor(slice).get(number ?? (slice === 'vendors' ? foldCompany(written) : foldText(written)))
      return found?.size === 1 ? [...found][0] : undefined
    },
  }
}

type Records = ReadonlyMap<SliceName, readonly Known[]>

function spellings({ draft }: Known, records: Records): readonly string[] {
  const name = textAt(draft, 'name') || textAt(draft, 'title')
  switch (draft.slice) {
    case 'vendors':
      return [foldCompany(name)]
    case 'assets':
      return [name, textAt(draft, 'tag')].filter((one) => one !== '').map(foldText)
    case 'services':
      return [name, kindName(draft)].filter((one) => one !== '').map(foldText)
    case 'sheets':
      return sheetNames(draft, records)
    case 'answers':
      return isOfOwnSheet(draft) ? [readItemNumber(textAt(draft, 'item').replace(/^[^:]*:/, '')) ?? ''].filter((one) => one !== '') : []
    default:
      return name === '' ? [] : [foldText(name)]
  }
}

function kindName(draft: Draft): string {
  const shape = tables[draft.slice].kind?.shape
  return shape?.kind === 'word' ? (shape.words[textAt(draft, 'kind')]?.[0] ?? '') : ''
}

/** A vendor's open sheet by the vendor's name, and with the system's behind it where it has several. */
function sheetNames(draft: Draft, records: Records): readonly string[] {
  if (draft.values.has('closedOn')) return []
  if (draft.values.get('audience') !== 'vendor') return ['施設', '当院', 'facility'].map(foldText)
  const nameOf = (slice: SliceName, key: string) => {
    const named = records.get(slice)?.find((known) => known.id === draft.values.get(key))
    return named ? textAt(named.draft, 'name') : ''
  }
  const [vendor, system] = [nameOf('vendors', 'vendor'), nameOf('systems', 'system')]
  const names = [textAt(draft, 'vendor'), vendor, ...(system === '' ? [] : [`${vendor}${system}`])].filter((name) => name !== '')
  return names.flatMap((one) => [foldText(one), foldCompany(one)])
}

function isOfOwnSheet(draft: Draft): boolean {
  const { sheet } = draft
  return sheet !== undefined && sheet.values.get('audience') !== 'vendor' && !sheet.values.has('closedOn')
}
