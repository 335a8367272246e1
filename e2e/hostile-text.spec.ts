import { textLimits } from '@mimamori/domain'
import type { Page } from '@playwright/test'
import { addressOf } from './support/address.ts'
import { testOnOwnSite } from './support/own-site.ts'
import { screens } from './support/screens.ts'
import { expect, listen, open } from './support/test.ts'

const test = testOnOwnSite()
const long = '<img src=x onerror="hurt=1">'
const short = '<svg onload=hurt=1>'

interface Kept {
  readonly version: number
  readonly record: { readonly id: string }
}

/** Changes of every text field of some records to what looks like a page. */
function spoiled(slice: keyof typeof textLimits, list: readonly Kept[]) {
  const fields = Object.entries(textLimits[slice]).flatMap(([field, { most }]) =>
    most < short.length ? [] : [[field, most < long.length ? short : long]],
  )
  return list.map(({ record, version }) => ({
    change: { kind: 'set', slice, id: record.id, fields: Object.fromEntries(fields) },
    expected: version,
  }))
}

async function spoilAll(page: Page, api: string): Promise<void> {
  const read = async <T>(what: string): Promise<T> => (await (await page.request.get(`${api}/${what}`)).json()) as T // as the contract says
  const facts = await read<Record<string, readonly Kept[]> & { facility: Kept }>('facts')
  const { items } = await read<{ items: readonly { answers: readonly Kept[] }[] }>('checklist')
  const lists = (['people', 'services', 'contacts', 'vendors', 'systems', 'contracts'] as const).flatMap((slice) =>
    spoiled(slice, facts[slice] ?? []),
  )
  const register = (['lines', 'vpns', 'remotePaths', 'remoteLog', 'faxFlows', 'accounts', 'software'] as const).map(async (slice) => {
    const part = await read<Partial<Record<typeof slice, readonly Kept[]>>>(`register/${slice}`)
    return spoiled(slice, part[slice] ?? [])
  })
  const { rows } = await read<{ rows: readonly { id: string; version: number }[] }>('assets?limit=40')
  const devices = rows.map(({ id, version }) => ({ version, record: { id } }))
  const changes = [
    ...(await Promise.all(register)).flat(),
    ...spoiled('assets', devices),
    ...spoiled('facility', [facts.facility]),
    ...lists,
    ...spoiled(
      'answers',
      items.flatMap(({ answers }) => answers),
    ),
  ]
  const answer = await page.request.post(`${api}/changes`, { data: { changes }, headers: { origin: new URL(api).origin } })
  expect(await answer.json()).toMatchObject({ conflicts: [] })
}

test('what looks like a page in every text field stays text on every screen, and the browser runs nothing of it', async ({ own }) => {
  test.setTimeout(300_000)
  const { page, at } = own
  const complaints = listen(page)
  const site = { url: new URL(at('today')).origin }
  const facility = decodeURIComponent(new URL(at('today')).pathname.split('/')[2] ?? '')
  await spoilAll(page, `${site.url}/api/v1/facilities/${encodeURIComponent(facility)}`)
  const hurt: string[] = []
  let shown = 0
  for (const path of screens) {
    await open(page, await addressOf(page, { site, facility, at }, path))
    const found = await page.evaluate(() => ({
      elements: document.querySelectorAll('img[src="x"], svg[onload], [onerror]').length,
      ran: 'hurt' in window,
      told: document.body.innerText.includes('<img src=x'),
    }))
    if (found.elements > 0 || found.ran) hurt.push(path)
    if (found.told) shown += 1
  }
  expect(hurt).toEqual([])
  expect(complaints).toEqual([])
  expect(shown).toBeGreaterThan(10)
})
