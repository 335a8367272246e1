import { gzipSync } from 'node:zlib'
import { loadCatalogue } from '@mimamori/catalog'
import { addDays, analyse, applyChange, date, type Picture, ruleSetFor, type SliceName, trackFindings, viewFor } from '@mimamori/domain'
import { generateHospital } from '../tools/generate-hospital/hospital.ts'
import { measure } from './measure.ts'
import { figureRow, heading, type Row, step, timeRow } from './rows.ts'

const asOf = date('2026-11-20')
const afterOneChange = { median: 50 }

/** All findings of a large hospital, from scratch and after one change. */
export function* benchKernel(): Generator<Row> {
  step('the hospital of 500 beds is generated and analysed')
  const catalogue = loadCatalogue()
  const set = ruleSetFor(catalogue)
  const picture = generateHospital(catalogue.reference.items)
  const input = { picture, catalogue, asOf }
  const first = analyse(set, input)
  const { answers, assets, sheets, claims, software } = picture.slices
  const findings = { count: Math.max(1, first.findings.length), unit: 'finding' }
  yield heading(
    `kernel: ${set.rules.length} rules, ${set.derivations.length} derivations, ${first.findings.length} findings, ${answers.length} answers, ${sheets.length} sheets, ${assets.length} devices, ${claims.length} claims, ${software.length} programs`,
  )
  const scratch = measure(
    15,
    () => input,
    (now) => analyse(set, now),
  )
  yield timeRow('analysis from scratch', scratch, { bar: { median: 1_000 }, per: findings })
  const after = (name: string, pictureOf: (round: number) => Picture) =>
    timeRow(
      name,
      measure(
        41,
        (round) => ({ ...input, picture: pictureOf(round) }),
        (now) => analyse(set, now, first),
      ),
      { bar: afterOneChange },
    )
  yield after('after one answer', (round) => turned(picture, answers[(round * 37) % answers.length]?.id ?? ''))
  yield after('after one device', (round) => movedTo(picture, assets[(round * 37) % assets.length]?.id ?? '', `${round}階`))
  yield after('after the address of one device', (round) => addressed(picture, assets[(round * 37) % assets.length]?.id ?? '', round))
  yield after('nothing changed', () => picture)
  const nextDay = measure(
    15,
    () => ({ ...input, asOf: addDays(asOf, 1) }),
    (now) => analyse(set, now, first),
  )
  yield timeRow('the next day', nextDay)
  yield* tracking({ picture, catalogue, asOf, analysis: first }, set, findings)
  const vendor = {
    viewer: 'vendor:v:001' as const,
    sees: 'own-records' as const,
    slices: new Set<SliceName>(['sheets', 'answers', 'vendors', 'systems']),
  }
  const view = measure(
    41,
    () => picture,
    (now) => viewFor(vendor, now, first.findings),
  )
  yield timeRow('view of one vendor', view)
  const json = JSON.stringify(picture)
  yield figureRow('picture as JSON', json.length / 1000, { unit: 'kB' })
  yield figureRow('the same compressed', gzipSync(json).length / 1000, { unit: 'kB' })
}

type Now = Parameters<typeof trackFindings>[0]

/** Findings held against the register, from scratch and beside the look before. */
function* tracking(now: Now, set: ReturnType<typeof ruleSetFor>, per: { count: number; unit: string }): Generator<Row> {
  const tracked = trackFindings(now, [])
  const register = tracked.map((one) => one.row)
  const scratch = measure(
    15,
    () => register,
    (rows) => trackFindings(now, rows),
  )
  yield timeRow('findings tracked against the register', scratch, { per })
  const { answers } = now.picture.slices
  const later = (round: number): Now => {
    const picture = turned(now.picture, answers[(round * 37) % answers.length]?.id ?? '')
    return { ...now, picture, analysis: analyse(set, { ...now, picture }, now.analysis) }
  }
  const settled = trackFindings(now, register)
  const beside = measure(41, later, (one) => trackFindings(one, register, { ...now, tracked: settled }))
  yield timeRow('the same after one answer', beside)
}

function movedTo(picture: Picture, id: string, room: string): Picture {
  const result = applyChange(picture, { kind: 'set', slice: 'assets', id, fields: { room } })
  return result.kind === 'applied' ? result.picture : picture
}

/** As the server writes it: what changed, and the day on which somebody said so. */
function addressed(picture: Picture, id: string, round: number): Picture {
  const fields = { ips: [`10.${50 + (round % 40)}.0.${(round % 200) + 1}`], confirmedOn: asOf }
  const result = applyChange(picture, { kind: 'set', slice: 'assets', id, fields })
  return result.kind === 'applied' ? result.picture : picture
}

function turned(picture: Picture, id: string): Picture {
  const answer = picture.slices.answers.find((one) => one.id === id)
  const result = applyChange(picture, { kind: 'set', slice: 'answers', id, fields: { answer: answer?.answer === 'yes' ? 'no' : 'yes' } })
  return result.kind === 'applied' ? result.picture : picture
}
