import type { VersionFamily } from '@mimamori/domain'
import type { Advisory } from '../advisory.ts'
import type { ProductBook } from '../names/book.ts'
import { type AdvisoryIndex, advisoryKinds, aloneProgram, type Clauses, flags, groupName } from './advisory-index.ts'
import { type CriterionRead, comparedBy, isSilentOf, readIn, triOfStatus } from './criteria.ts'
import { type CriterionReader, criterionReader } from './criterion-reader.ts'
import type { EditionTest } from './editions.ts'
import { growing } from './growing.ts'
import { inGroups, type OpenGroup, openEnd } from './index-sort.ts'
import { type Piece, piecesOf } from './pieces.ts'
import { type StatementRead, statusAt } from './statements.ts'
import { type CodedClause, clausesOf } from './tree-code.ts'
import type { Tri } from './tri.ts'

interface BuildOptions {
  readonly reader?: CriterionReader
  /** Ranges for which there is room at first. */
  readonly room?: number
}

export interface IndexBuilder {
  add(advisory: Advisory): void
  build(): AdvisoryIndex
}

/** Collects advisories one by one; `build` makes the index of them. */
export function indexBuilder(book: ProductBook, { reader = criterionReader(book), room = 1024 }: BuildOptions = {}): IndexBuilder {
  const ids: string[] = []
  const kinds = growing(room, (length) => new Uint8Array(length))
  const specials = new Map<number, Advisory>()
  const specialsByKey = new Map<string, number[]>()
  const clauses = clauseBuilder(room)
  const ranges = rangeBuilder(room)

  const addSpecial = (advisory: Advisory, number: number) => {
    kinds.push(advisoryKinds.special)
    specials.set(number, advisory)
    for (const key of reader.weakKeysOf(advisory)) specialsByKey.set(key, [...(specialsByKey.get(key) ?? []), number])
  }
  const addClauses = (coded: readonly CodedClause[], advisory: number) => {
    const isSimple = coded.every(({ tokens }) => tokens.length === 0)
    kinds.push(isSimple ? advisoryKinds.simple : advisoryKinds.tree)
    for (const clause of coded) {
      const owner = isSimple ? advisory : clauses.add(clause, advisory)
      for (const [leaf, read] of clause.leaves.entries()) ranges.add(read, { owner, leaf, isTree: !isSimple })
    }
  }
  return {
    add(advisory) {
      const number = ids.push(advisory.id) - 1
      if (advisory.withdrawn || advisory.conditions.length === 0) return kinds.push(advisoryKinds.none)
      const coded = clausesOf(advisory.conditions, (criterion) => reader.read(criterion))
      if (coded) addClauses(coded, number)
      else addSpecial(advisory, number)
    },
    build: () => ({ ids, kinds: kinds.done(), ...ranges.done(), clauses: clauses.done(), specials, specialsByKey }),
  }
}

function clauseBuilder(room: number) {
  const [advisories, programs] = [growing(room, (length) => new Uint32Array(length)), growing(room, (length) => new Uint32Array(length))]
  const tokens = growing(room, (length) => new Uint16Array(length))
  const known = new Map<string, number>()
  let mostLeaves = 0
  tokens.push(aloneProgram)
  const programOf = (clause: CodedClause): number => {
    if (clause.tokens.length === 0) return aloneProgram
    const text = clause.tokens.join(' ')
    const found = known.get(text)
    if (found !== undefined) return found
    const start = tokens.length
    known.set(text, start)
    for (const token of clause.tokens) tokens.push(token)
    return start
  }
  return {
    add(clause: CodedClause, advisory: number): number {
      mostLeaves = Math.max(mostLeaves, clause.leaves.length)
      advisories.push(advisory)
      programs.push(programOf(clause))
      return advisories.length - 1
    },
    done: (): Clauses => ({ advisories: advisories.done(), programs: programs.done(), tokens: tokens.done(), mostLeaves }),
  }
}

interface Whose {
  readonly owner: number
  readonly leaf: number
  readonly isTree: boolean
}

function rangeBuilder(room: number) {
  const wide = () => growing(room, (length) => new Uint32Array(length))
  const [groupOf, low, high, owners, editionOf] = [wide(), wide(), wide(), wide(), wide()]
  const leaves = growing(room, (length) => new Uint16Array(length))
  const rowFlags = growing(room, (length) => new Uint8Array(length))
  const groups = new Map<VersionFamily, Map<string, OpenGroup>>()
  const opened: OpenGroup[] = []
  const editionTests: EditionTest[] = []
  const editionNumbers = new Map<string, number>()
  const unreadable = new Map<number, CriterionRead>()

  const groupNamed = (key: string, family: VersionFamily): OpenGroup => {
    const ofFamily = groups.get(family) ?? new Map<string, OpenGroup>()
    if (ofFamily.size === 0) groups.set(family, ofFamily)
    const found = ofFamily.get(key)
    if (found) return found
    const group: OpenGroup = { name: groupName(key, family), family, number: opened.length, ends: [] }
    ofFamily.set(key, group)
    opened.push(group)
    return group
  }
  const editionNumber = (edition: EditionTest | undefined): number => {
    if (!edition) return 0
    const text = JSON.stringify(edition)
    const number = editionNumbers.get(text) ?? editionTests.push(edition)
    editionNumbers.set(text, number)
    return number
  }
  const push = ({ number, ends }: OpenGroup, { from, to, fromIncluded, toIncluded, value }: Piece, flag: number) => {
    const first = from ? ends.push(from) - 1 : -1
    const last = to === from ? first : to ? ends.push(to) - 1 : -1
    groupOf.push(number)
    low.push(first < 0 ? openEnd : first * 2 + (fromIncluded ? 1 : 0) + 2)
    high.push(last < 0 ? openEnd : last * 2 + (toIncluded ? 1 : 0) + 2)
    rowFlags.push(flag | value)
  }
  const add = (read: CriterionRead, { owner, leaf, isTree }: Whose) => {
    for (const key of read.keys) {
      const { family } = comparedBy(key, read.criterion)
      const group = groupNamed(key.key, family)
      const { statements, edition } = readIn(read, family)
      const number = editionNumber(edition)
      const isSilent = isSilentOf(read.criterion)
      const missing = missingOf(read, { statements, isSilent })
      const isUnreadable = statements.some((statement) => statement.isUnreadable)
      const flag = flagOf(read, { missing, isUnreadable, isEdition: number > 0, isTree })
      const pieces = isUnreadable ? [wholeLine] : piecesOf({ statements, otherwise: read.criterion.otherwise, isSilent })
      for (const piece of pieces.length === 0 && (isTree || missing > 0) ? [nothing] : pieces) {
        if (isUnreadable) unreadable.set(owners.length, read)
        owners.push(owner)
        leaves.push(leaf)
        editionOf.push(number)
        push(group, piece, flag)
      }
    }
  }
  return {
    add,
    done: () => {
      const ranges = { groupOf: groupOf.done(), low: low.done(), high: high.done(), owners: owners.done(), editionOf: editionOf.done() }
      return { ...inGroups(opened, { ...ranges, leaves: leaves.done(), flags: rowFlags.done(), unreadable }), editionTests }
    },
  }
}

/** What holds where nobody knows the version. */
function missingOf(
  { criterion }: CriterionRead,
  { statements, isSilent }: { readonly statements: readonly StatementRead[]; readonly isSilent: boolean },
): Tri {
  const { status, range } = statusAt(statements, criterion.otherwise, {})
  return isSilent && status === 'unknown' && !range ? 0 : triOfStatus(status)
}

interface FlagFacts {
  readonly missing: Tri
  readonly isUnreadable: boolean
  readonly isEdition: boolean
  readonly isTree: boolean
}

function flagOf({ criterion }: CriterionRead, { missing, isUnreadable, isEdition, isTree }: FlagFacts): number {
  return (
    (missing << flags.missingShift) |
    (isEdition ? flags.edition : 0) |
    (isUnreadable ? flags.unreadable : 0) |
    (isTree ? flags.tree : 0) |
    (criterion.vulnerable ? flags.weak : 0)
  )
}

const wholeLine: Piece = { fromIncluded: false, toIncluded: false, value: 1 }
/** A range that holds no version: its first rank lies behind its last. */
const nothing: Piece = { from: [], fromIncluded: false, to: [], toIncluded: false, value: 0 }
