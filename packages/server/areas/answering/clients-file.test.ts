import { routes } from '@mimamori/contract'
import { readTables } from '@mimamori/formats'
import { givenServer, givenVendor } from '@mimamori/testing'
import { expect, test } from 'vitest'

const server = await givenServer()
const { facility } = await server.owner.ask(routes.loadExample, { params: { example: 'hospital-180beds' }, body: {} })
const vendor = await givenVendor(server, facility)

async function textIn(file: { name: string; bytes: Uint8Array }): Promise<string> {
  const { tables } = await readTables({ name: file.name, bytes: file.bytes })
  return tables.flatMap((table) => table.rows.map((row) => row.cells.map((cell) => cell?.text ?? '').join('|'))).join('\n')
}

test('a vendor takes its open requests away as Excel, with no sheet of another', async () => {
  const file = await vendor.acting.download(routes.vendorClientsFile, {})
  const { lines } = await vendor.acting.ask(routes.vendorClients)
  const text = await textIn(file)
  expect(text).toContain('納入先|製品|期限|状態')
  for (const line of lines.filter(({ state }) => state !== 'submitted')) expect(text).toContain(line.system)
  const { sheets } = await server.owner.ask(routes.vendors, { params: { facility } })
  for (const other of sheets.filter((one) => one.vendor !== vendor.vendor)) expect(text).not.toContain(other.vendorName)
})

test('a facility takes the list of its vendor sheets away as Excel, one row each', async () => {
  const text = await textIn(await server.owner.download(routes.vendorsFile, { params: { facility } }))
  expect(text).toContain('事業者|システム|頼み方|送った日|返事')
  const { sheets } = await server.owner.ask(routes.vendors, { params: { facility } })
  expect(sheets.every((line) => text.includes(`${line.vendorName}|${line.systemName ?? ''}|`))).toBe(true)
})
