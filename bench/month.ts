import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { routes } from '@mimamori/contract'
import type { Visitor } from '@mimamori/testing/process'
import { root } from '../tools/commands/root.ts'
import { figureRow, heading, type Row, step } from './rows.ts'

/** A month of raw scans as a hospital has them, with the list of an asset tool. */
const folder = join(root, 'examples/hospital-180beds/scans/2026-10')

/** Every file of the month as somebody brings it on the page of imports: looked at, then registered. */
export async function* benchMonth(visitor: Visitor, facility: string): AsyncGenerator<Row> {
  step('a month of scans is brought in')
  const params = { facility }
  const names = readdirSync(folder)
  const seconds: number[] = []
  yield heading(`imports: ${names.length} files of one month, looked at and registered`)
  for (const name of names) {
    const begun = performance.now()
    const read = await visitor.upload(routes.preview, { params, query: {} }, { name, bytes: readFileSync(join(folder, name)) })
    if (read.kind === 'error') throw new Error(`${name} was not read: ${read.status}`)
    const agreed = read.value.files.flatMap(({ asks }) => asks)
    await visitor.ask(routes.applyImport, { params: { facility, draft: read.value.id }, body: { agreed } })
    seconds.push((performance.now() - begun) / 1000)
  }
  yield figureRow('the slowest file', Math.max(...seconds), { unit: 's', digits: 2 })
  yield figureRow(
    'all of them',
    seconds.reduce((sum, one) => sum + one, 0),
    { unit: 's', digits: 2 },
  )
  const bytes = readFileSync(join(folder, 'asset-tool.csv'))
  const begun = performance.now()
  await visitor.upload(routes.preview, { params, query: { as: 'vendor-list' } }, { name: 'asset-tool.csv', bytes })
  yield figureRow('a list of devices brought as one of vendors', (performance.now() - begun) / 1000, { unit: 's', digits: 2 })
}
