import { byId, closedOn, dateInWords, type Evidence, productsOfResponse, type Source } from '@mimamori/domain'
import { grouped } from '../pack/cover.ts'
import type { Exhibit } from '../pack/exhibits.ts'
import type { Context } from '../paper/context.ts'
import { type Rich, say, sayPlain } from '../paper/index.ts'
import { shortDay } from '../paper/made.ts'
import { compare, type Held } from './held.ts'

const hashGroup = 8

/** The versions that were weak, as what is published was matched when it was begun. A step or the register tells the later ones. */
export function versionsBefore(at: Context, { response: { product, name, openedOn } }: Held): readonly string[] {
  if (product === undefined) return []
  const weak = at.slices.matches.filter(
    (match) => match.product === product && (name === undefined || match.name === name) && match.verdict === 'affected',
  )
  const then = weak.filter(({ foundOn }) => foundOn <= openedOn)
  return (then.length > 0 ? then : weak).flatMap(({ version }) => version ?? []).toSorted(compare)
}

/** What is on its devices now, as it was read; by a statement, or where nothing was read, what was said to be put in. */
export function versionsNow(at: Context, { response, state, steps }: Held): readonly string[] {
  const read = productsOfResponse(response, at.world).flatMap(({ version }) => version ?? [])
  const said = steps.flatMap(({ version }) => version ?? []).slice(-1)
  return read.length === 0 || (state.proof === 'statement' && said.length > 0) ? said : read.toSorted(compare)
}

/** The files in which the version that proves it was read. */
export function sourcesOfReading(at: Context, { response }: Held): readonly Source[] {
  const ids = productsOfResponse(response, at.world).flatMap(({ facts }) =>
    facts.flatMap(({ slice, id }) => {
      if (slice === 'claims') return byId(at.slices.claims, id)?.source ?? []
      if (slice === 'software') return byId(at.slices.software, id)?.source ?? []
      return slice === 'assets' ? (byId(at.slices.assets, id)?.source ?? []) : []
    }),
  )
  return [...new Set(ids)].flatMap((id) => byId(at.slices.sources, id) ?? [])
}

function statementOf(at: Context, { step }: Held): Evidence | undefined {
  return byId(at.slices.evidence, step?.evidence)
}

/** What proves that it is closed, with the fingerprint of the file; undefined of what is not proven. */
export function proofWords(at: Context, held: Held, exhibits: readonly Exhibit[] = []): readonly Rich[] | undefined {
  const words = at.t.responses
  const { proof } = held.state
  if (proof === undefined) return undefined
  const on = dateInWords(closedOn(held.response, held.state, { ...at.slices, installedProducts: at.world.installedProducts }), at.lang)
  if (proof === 'read-again') {
    const sources = sourcesOfReading(at, held)
    const files = sources.flatMap((source) => [
      say(words.proofSource, { name: source.name, on: shortDay(source.seenOn, at.lang) }),
      hashOf(at, source.sha256),
    ])
    return [sayPlain(words.proofRead, { on }), ...(sources.length === 0 ? [words.proofNoSource] : files)]
  }
  const statement = statementOf(at, held)
  const { signedBy, version } = held.step ?? {}
  if (!statement && signedBy !== undefined && version !== undefined) return [sayPlain(words.proofSigned, { on, name: signedBy, version })]
  const exhibit = exhibits.find(({ evidence }) => evidence.id === statement?.id)
  return [
    exhibit
      ? sayPlain(words.proofStatement, { on, n: exhibit.n })
      : sayPlain(words.proofStatementName, { on, name: statement?.name ?? '' }),
    hashOf(at, statement?.sha256),
  ]
}

function hashOf(at: Context, sha256: string | undefined): Rich {
  return sha256 === undefined ? at.t.responses.noHash : [{ code: grouped(sha256, hashGroup) }]
}
