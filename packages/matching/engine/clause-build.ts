import { aloneProgram, type Clauses } from './advisory-index.ts'
import { growing } from './growing.ts'
import type { CodedClause } from './tree-code.ts'

/** Places of this many tokens fit 16 bits. */
const mostSmall = 65_536

export interface ClauseBuilder {
  readonly length: number
  /** The number of the clause. */
  add(clause: CodedClause, advisory: number): number
  done(): Clauses
}

export function clauseBuilder(room: number): ClauseBuilder {
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
    get length() {
      return advisories.length
    },
    add(clause, advisory) {
      mostLeaves = Math.max(mostLeaves, clause.leaves.length)
      advisories.push(advisory)
      programs.push(programOf(clause))
      return advisories.length - 1
    },
    done: () => {
      const starts = programs.done()
      const isFew = tokens.length <= mostSmall
      return { advisories: advisories.done(), programs: isFew ? Uint16Array.from(starts) : starts, tokens: tokens.done(), mostLeaves }
    },
  }
}
