import type { Advisory } from '../advisory.ts'
import type { ProductBook } from '../names/book.ts'
import type { AdvisoryIndex } from './advisory-index.ts'
import { clauseBuilder } from './clause-build.ts'
import { type CriterionReader, criterionReader } from './criterion-reader.ts'
import { rangeBuilder } from './range-build.ts'
import { type CodedClause, clausesOf } from './tree-code.ts'
import { mostOwners } from './words.ts'

interface BuildOptions {
  readonly reader?: CriterionReader
}

export interface IndexBuilder {
  add(advisory: Advisory): void
  build(): AdvisoryIndex
}

/** Ranges for which there is room at first. */
const firstRoom = 1024

/** Collects advisories one by one; `build` makes the index of them. */
export function indexBuilder(book: ProductBook, { reader = criterionReader(book) }: BuildOptions = {}): IndexBuilder {
  const ids: string[] = []
  const specials = new Map<number, Advisory>()
  const specialsByKey = new Map<string, number[]>()
  const clauses = clauseBuilder(firstRoom)
  const ranges = rangeBuilder(firstRoom, book.groups)

  const addSpecial = (advisory: Advisory, number: number) => {
    specials.set(number, advisory)
    for (const key of reader.weakKeysOf(advisory)) specialsByKey.set(key, [...(specialsByKey.get(key) ?? []), number])
  }
  const addClauses = (coded: readonly CodedClause[], advisory: number) => {
    const isTree = coded.some(({ tokens }) => tokens.length > 0)
    for (const clause of coded) {
      const owner = isTree ? clauses.add(clause, advisory) : advisory
      for (const [number, leaf] of clause.leaves.entries()) ranges.add(leaf, { owner, leaf: number, isTree })
    }
  }
  return {
    add(advisory) {
      const number = ids.push(advisory.id) - 1
      if (advisory.withdrawn || advisory.conditions.length === 0) return
      const coded = clausesOf(advisory.conditions, (criterion) => reader.read(criterion))
      if (coded && number < mostOwners && clauses.length + coded.length < mostOwners) addClauses(coded, number)
      else addSpecial(advisory, number)
    },
    build: () => ({ ids, numbers: book.groups, ...ranges.done(), clauses: clauses.done(), specials, specialsByKey }),
  }
}
