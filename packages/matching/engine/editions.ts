import { compareValues } from '../cpe/compare.ts'
import { anyValue, type CpeAttribute, type CpeName, type CpeValue } from '../cpe/name.ts'
import { textOf } from '../cpe/product.ts'
import { readCpe } from '../cpe/read.ts'
import { least, no, type Tri, unknown, yes } from './tri.ts'

const attributes = [
  'update',
  'edition',
  'language',
  'swEdition',
  'targetSw',
  'targetHw',
  'other',
] as const satisfies readonly CpeAttribute[]

/** What a feed's CPE name demands beside product and version; at least one demand. */
export type EditionTest = readonly { readonly attribute: (typeof attributes)[number]; readonly value: CpeValue }[]

/** Operating systems by the names that CPE has for them, and by a word of what people call them. */
const systems: ReadonlyMap<string, string> = new Map([
  ['windows', 'windows'],
  ['android', 'android'],
  ['iphone_os', 'ios'],
  ['ipados', 'ipados'],
  ['macos', 'mac'],
  ['mac_os_x', 'mac'],
  ['mac_os', 'mac'],
  ['chrome_os', 'chrome'],
])

/**
 * The attributes that limit a name; `undefined` where none does.
 * NOTE: `-` limits nothing: feeds write it of an update or edition that they do not know, beside the same product with one.
 */
export function editionTestOf(name: CpeName): EditionTest | undefined {
  const test = attributes.flatMap((attribute) => {
    const value = name[attribute]
    return value.kind === 'value' ? [{ attribute, value }] : []
  })
  return test.length > 0 ? test : undefined
}

/** What is known of an installed product in the same places. */
export interface EditionFacts {
  readonly cpe?: string
  /** Names of the operating systems of its device, in small letters. */
  readonly systems: readonly string[]
}

/** The facts with the name read. */
export interface EditionKnown {
  readonly name: CpeName | undefined
  readonly systems: readonly string[]
}

export function editionKnown({ cpe, systems: there }: EditionFacts): EditionKnown {
  const read = cpe === undefined ? undefined : readCpe(cpe)
  return { name: read?.kind === 'name' ? read.name : undefined, systems: there }
}

/** What of the facts a test can ask for, as one text: products with the same are of the same kind. */
export function editionName({ name, systems: there }: EditionKnown): string {
  const values = name ? attributes.map((attribute) => textIn(name[attribute])) : []
  return JSON.stringify([there, values])
}

function textIn(value: CpeValue): string {
  return value.kind === 'value' ? `=${value.value}` : value.kind
}

/** Whether an installed product is of the kind that a feed names (NISTIR 7696); unknown where the register does not tell. */
export function editionHolds(test: EditionTest, { name, systems: there }: EditionKnown): Tri {
  return test.reduce<Tri>((so, { attribute, value }) => {
    const installed = name?.[attribute] ?? anyValue
    const isSystem = installed.kind === 'any' && attribute === 'targetSw'
    return least(so, isSystem ? systemHolds(textOf(value), there) : attributeHolds(value, installed))
  }, yes)
}

function attributeHolds(said: CpeValue, installed: CpeValue): Tri {
  const relation = compareValues(said, installed)
  if (relation === 'equal' || relation === 'superset') return yes
  return relation === 'disjoint' ? no : unknown
}

function systemHolds(said: string | undefined, there: readonly string[]): Tri {
  const word = systems.get(said ?? '')
  if (word === undefined || there.length === 0) return unknown
  return there.some((name) => name.includes(word)) ? yes : no
}

/** The demands of a test as explanations show them. */
export function editionText(test: EditionTest): string {
  return test.map(({ value }) => textOf(value) ?? '*').join(' ')
}
