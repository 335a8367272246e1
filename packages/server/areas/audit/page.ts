import type { AuditKind, AuditLine, AuditView } from '@mimamori/contract'
import { addDays, readDate } from '@mimamori/domain'
import { readAuditHead } from '../../platform/audit/index.ts'
import { withScope } from '../../platform/index.ts'
import type { Asking } from '../asking.ts'
import type { Services } from '../services.ts'
import { detailTexts } from './details.ts'
import { listFacilityNames, listNames, readTrail, type TrailFilter, type TrailRow } from './store.ts'
import { actionText, whoTexts } from './texts.ts'

const perPage = 100

/** Beginnings of the actions of each kind; what begins with none of them is a change. */
const kinds: Readonly<Record<Exclude<AuditKind, 'changes'>, readonly string[]>> = {
  'sign-in': ['auth/'],
  papers: ['paper/'],
  files: ['evidence/', 'import/', 'folder/', 'example/'],
  trail: ['audit/', 'findings/looked'],
}

interface Asked {
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly person?: string | undefined
  readonly kind?: AuditKind | undefined
  readonly before?: number | undefined
}

/** The beginning of a day in Japan as an instant. */
function startOf(day: string | undefined, after = 0): string | undefined {
  const date = readDate(day ?? '')
  return date && `${addDays(date, after)}T00:00:00+09:00`
}

function filterOf(asked: Asked): TrailFilter {
  const { kind } = asked
  const isRest = kind === 'changes'
  return {
    from: startOf(asked.from),
    to: startOf(asked.to, 1),
    person: asked.person,
    actions: kind === undefined ? [] : isRest ? Object.values(kinds).flat() : kinds[kind],
    without: isRest,
    before: asked.before,
    limit: perPage,
  }
}

/** One page of 「操作の記録」, newest first. */
export async function auditPage(services: Services, asking: Asking, asked: Asked): Promise<AuditView> {
  return withScope(
    services.pool,
    asking,
    async (client) => {
      const rows = await readTrail(asking, client, filterOf(asked))
      const people = await listNames(client)
      const facilities = await listFacilityNames(asking, client)
      const names = new Map([...people, ...facilities].map(({ id, name }) => [id, name]))
      const last = rows.length === perPage ? rows.at(-1)?.seq : undefined
      return {
        lines: rows.map((row) => lineOf(row, names)),
        ...(last !== undefined && last > 1 && { before: last }),
        head: await readAuditHead(client, asking.organisation),
        people: [...people],
      }
    },
    { readOnly: true },
  )
}

function lineOf(row: TrailRow, names: ReadonlyMap<string, string>): AuditLine {
  const personName = row.person === null ? undefined : names.get(row.person)
  const who = personName !== undefined ? { ja: personName, en: personName } : row.person === null ? nobody(row) : whoTexts.left
  const about = names.get(row.subject) ?? (row.subject === row.person ? undefined : nameIn(row, names))
  return {
    seq: row.seq,
    at: row.at,
    ...(personName !== undefined && { personName }),
    who,
    what: actionText(row.action),
    ...(about !== undefined && about !== personName && { about }),
    details: detailTexts(row.detail),
    ...(row.from !== null && { from: row.from }),
    hash: row.hash,
  }
}

function nobody(row: TrailRow) {
  return row.action.startsWith('auth/') ? whoTexts.notSignedIn : whoTexts.itself
}

/** A line about something inside a facility names the facility in its detail. */
function nameIn(row: TrailRow, names: ReadonlyMap<string, string>): string | undefined {
  const { facility, name } = row.detail
  if (typeof facility === 'string') return names.get(facility)
  return typeof name === 'string' ? name : undefined
}
