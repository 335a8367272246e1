import { type APIRequestContext, expect, type Page } from '@playwright/test'

interface Line {
  readonly sheet: string
  readonly vendor: string
  readonly vendorName: string
  readonly state: string
}

/** The facility's own calls, in the name of the owner who is signed in on the page. */
export async function facilityOf(page: Page, at: (path: string) => string) {
  const origin = new URL(at('today')).origin
  const api = `${origin}/api/v1/facilities/${at('').split('/f/')[1]?.replace(/\/$/, '') ?? ''}`
  const post = async (path: string, data: object) => (await page.request.post(`${api}/${path}`, { data, headers: { origin } })).json()
  const { sheets } = (await (await page.request.get(`${api}/vendors`)).json()) as { sheets: Line[] } // as the contract says
  return { origin, post, sheets }
}

/** A new vendor accepts what the facility offers and is signed in. */
export async function invitedVendor(
  api: APIRequestContext,
  { origin, post }: Awaited<ReturnType<typeof facilityOf>>,
  line: Line,
): Promise<void> {
  const terms = { areas: [], counts: false, named: true }
  const { relation } = (await post('relations', { kind: 'vendor', name: line.vendorName, vendor: line.vendor, terms })) as {
    relation: string
  } // as the contract says
  const { code } = (await post(`relations/${relation}/invitation`, { way: 'mail' })) as { code: string } // as the contract says
  const account = { login: 'hoshu', password: 'tsukue-kumo-banana', name: '仮名 次郎' }
  const accepted = await api.post(`${origin}/api/v1/invitation/accept`, {
    data: { secret: code, account, organisation: { name: line.vendorName } },
    headers: { origin },
  })
  expect(accepted.ok()).toBe(true)
}

/** Somebody of the vendor opens the link of a sheet with its one-time number. */
export async function enteredByLink(
  api: APIRequestContext,
  { origin, post }: Awaited<ReturnType<typeof facilityOf>>,
  line: Line,
): Promise<void> {
  const made = (await post(`vendor-sheets/${encodeURIComponent(line.sheet)}/link`, { what: 'link' })) as { path: string; code: string } // as the contract says
  const entered = await api.post(`${origin}/api/v1/answer/enter`, {
    data: { token: made.path.split('#')[1], code: made.code },
    headers: { origin },
  })
  expect(entered.ok()).toBe(true)
}

/** A colleague of the vendor whose account `api` holds; `theirs` holds the new one. */
export async function invitedColleague(
  api: APIRequestContext,
  theirs: APIRequestContext,
  { origin, name }: { origin: string; name: string },
) {
  const headers = { origin }
  const invited = await api.post(`${origin}/api/v1/people/invitations`, { data: { name, role: 'editor', way: 'phone' }, headers })
  const { code } = (await invited.json()) as { code: string } // as the contract says
  const account = { login: 'doryo', password: 'tsukue-kumo-banana', name }
  const accepted = await theirs.post(`${origin}/api/v1/invitation/accept`, { data: { secret: code, account }, headers })
  expect(accepted.ok()).toBe(true)
}
