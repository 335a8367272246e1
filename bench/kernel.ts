import { gzipSync } from 'node:zlib'
import { loadCatalogue } from '@mimamori/catalog'
import { addDays, analyse, applyChange, date, type Picture, ruleSetFor, type SliceName, trackFindings, viewFor } from '@mimamori/domain'
import { generateHospital } from '../tools/generate-hospital/hospital.ts'
import { line, measure } from './measure.ts'

const asOf = date('2026-11-20')

/** All findings of a large hospital, from scratch and after one change. */
export function benchKernel(): readonly string[] {
  const catalogue = loadCatalogue()
  const set = ruleSetFor(catalogue)
  const picture = generateHospital(catalogue.reference.items)
  const input = { picture, catalogue, asOf }
  const first = analyse(set, input)
  const answers = picture.slices.answers.map((answer) => answer.id)
  const assets = picture.slices.assets.map((asset) => asset.id)
  const afterAnswer = (round: number): Picture => turned(picture, answers[(round * 37) % answers.length] ?? '')
  const tracked = trackFindings({ ...input, analysis: first }, [])
  const findings = { count: Math.max(1, first.findings.length), unit: 'finding' }
  const vendor = {
    viewer: 'vendor:v:001' as const,
    sees: 'own-records' as const,
    slices: new Set<SliceName>(['sheets', 'answers', 'vendors', 'systems']),
  }
  return [
    `kernel: ${set.rules.length} rules, ${set.derivations.length} derivations, ${first.findings.length} findings, ${answers.length} answers, ${picture.slices.sheets.length} sheets, ${assets.length} devices, ${picture.slices.claims.length} claims, ${picture.slices.software.length} programs (bar: 1 s / 50 ms)`,
    line(
      '  analysis from scratch',
      measure(
        15,
        () => input,
        (now) => analyse(set, now),
      ),
      findings,
    ),
    line(
      '  after one answer',
      measure(
        41,
        (round) => ({ ...input, picture: afterAnswer(round) }),
        (now) => analyse(set, now, first),
      ),
    ),
    line(
      '  after one device',
      measure(
        41,
        (round) => ({ ...input, picture: movedTo(picture, assets[(round * 37) % assets.length] ?? '', `${round}階`) }),
        (now) => analyse(set, now, first),
      ),
    ),
    line(
      '  the next day',
      measure(
        15,
        () => ({ ...input, asOf: addDays(asOf, 1) }),
        (now) => analyse(set, now, first),
      ),
    ),
    line(
      '  nothing changed',
      measure(
        41,
        () => input,
        (now) => analyse(set, now, first),
      ),
    ),
    line(
      '  findings tracked against the register',
      measure(
        15,
        () => tracked.map((one) => one.row),
        (rows) => trackFindings({ ...input, analysis: first }, rows),
      ),
      findings,
    ),
    line(
      '  view of one vendor',
      measure(
        41,
        () => input,
        () => viewFor(vendor, picture, first.findings),
      ),
    ),
    `  picture as JSON: ${(JSON.stringify(picture).length / 1024).toFixed(0)} kB, ${(gzipSync(JSON.stringify(picture)).length / 1024).toFixed(0)} kB compressed`,
  ]
}

function movedTo(picture: Picture, id: string, room: string): Picture {
  const result = applyChange(picture, { kind: 'set', slice: 'assets', id, fields: { room } })
  return result.kind === 'applied' ? result.picture : picture
}

function turned(picture: Picture, id: string): Picture {
  const answer = picture.slices.answers.find((one) => one.id === id)
  const result = applyChange(picture, { kind: 'set', slice: 'answers', id, fields: { answer: answer?.answer === 'yes' ? 'no' : 'yes' } })
  return result.kind === 'applied' ? result.picture : picture
}
