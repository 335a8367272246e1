import { type APIRequestContext, request } from '@playwright/test'
import type { SignedIn } from './site.ts'

interface Place {
  readonly site: { readonly url: string }
  readonly signedIn: SignedIn
  readonly facility: string
}

interface Line {
  readonly sheet: string
  readonly vendor: string
  readonly vendorName: string
  readonly state: string
}

/** Somebody outside the facility: their cookies, and what the places in an address stand for. */
export interface Outside {
  readonly signedIn: SignedIn
  readonly values: Readonly<Record<string, string>>
}

const password = 'tsukue-kumo-banana'
const answeredBy = { name: '仮名 次郎' }

/** A vendor with an account, a task and a receipt; the same by a link; and an association that looks in. */
export async function everybodyOutside(place: Place): Promise<Readonly<Record<'vendor' | 'link' | 'viewer', Outside>>> {
  const facility = await callerOf(place, place.signedIn)
  const inside = `facilities/${encodeURIComponent(place.facility)}`
  const { sheets } = await facility.get<{ sheets: Line[] }>(`${inside}/vendors`)
  const [line, silent] = sheets.filter((one) => one.state === 'waiting')
  const other = silent ?? sheets.find((one) => one.vendor !== line?.vendor)
  if (!line || !other) throw new Error('the example has not two sheets of vendors')

  const vendor = await callerOf(place)
  const offered = { kind: 'vendor', name: line.vendorName, vendor: line.vendor, terms: { areas: [], counts: false, named: true } }
  const relation = await invited(facility, vendor, { inside, offered, account: { login: 'hoshu', password, name: '仮名 次郎' } })
  const { task } = await facility.post<{ task: string }>(`${inside}/tasks`, {
    title: '保守用ルーターの更新',
    says: '次の訪問で更新をお願いします。',
    vendor: line.vendor,
  })
  await told(facility, { inside, vendor: line.vendor, key: 'account' })
  const own = await handedIn(vendor, `answering/${relation}/${encodeURIComponent(line.sheet)}`)

  const link = await callerOf(place)
  const made = await facility.post<{ path: string; code: string }>(`${inside}/vendor-sheets/${encodeURIComponent(other.sheet)}/link`, {
    what: 'link',
  })
  const { sheet } = await link.post<{ sheet: string }>('answer/enter', { token: made.path.split('#')[1], code: made.code })
  const asked = await facility.post<{ task: string }>(`${inside}/tasks`, { title: '台帳の写しを送る', vendor: other.vendor })
  await told(facility, { inside, vendor: other.vendor, key: 'link' })
  const byLink = await handedIn(link, `answering/link/${encodeURIComponent(sheet)}`)

  const viewer = await callerOf(place)
  const shown = { kind: 'association', name: '例病院協会', terms: { areas: ['checklists'], counts: true, named: true } }
  const looked = await invited(facility, viewer, { inside, offered: shown, account: { login: 'kyokai', password, name: '協会 三郎' } })
  return {
    vendor: { signedIn: await vendor.state(), values: { relation, task, sheet: line.sheet, number: own } },
    link: { signedIn: await link.state(), values: { number: byLink, task: asked.task } },
    viewer: { signedIn: await viewer.state(), values: { relation: looked } },
  }
}

/** A response and a planned update of which a vendor has been told. */
async function told(facility: Caller, { inside, vendor, key }: { inside: string; vendor: string; key: string }): Promise<void> {
  const [response, update] = [`resp:${key}`, `upd:${key}`]
  const add = (slice: string, record: object) => ({ change: { kind: 'add', slice, record } })
  const records = [
    add('responses', {
      id: response,
      title: 'ルーターの更新',
      assets: ['d:gate-reading'],
      vendor,
      openedOn: '2026-11-01',
      fixedVersion: '7.2.12',
    }),
    add('plannedUpdates', { id: update, title: '診療報酬改定の更新', kind: 'fee-revision', vendor, dueOn: '2027-06-01' }),
  ]
  await facility.post(`${inside}/changes`, { changes: records })
  await facility.post(`${inside}/responses/${response}/steps`, { seen: 0, kind: 'told', way: 'mail' })
}

async function invited(
  facility: Caller,
  outside: Caller,
  { inside, offered, account }: { inside: string; offered: { name: string }; account: object },
): Promise<string> {
  const { relation } = await facility.post<{ relation: string }>(`${inside}/relations`, offered)
  const { code } = await facility.post<{ code: string }>(`${inside}/relations/${relation}/invitation`, { way: 'mail' })
  await outside.post('invitation/accept', { secret: code, account, organisation: { name: offered.name } })
  return relation
}

/** Answers the first item of a sheet and hands it in; returns the number of the receipt. */
async function handedIn(caller: Caller, at: string): Promise<string> {
  const { items } = await caller.get<{ items: readonly { item: string }[] }>(at)
  const answers = { [items[0]?.item ?? '']: { answer: 'yes' } }
  const kept = await caller.post<{ draft: { version: number } }>(`${at}/draft`, { version: 0, answers, answeredBy })
  const { receipt } = await caller.post<{ receipt: { number: string } }>(`${at}/submit`, { version: kept.draft.version })
  return receipt.number
}

interface Caller {
  readonly get: <T>(path: string) => Promise<T>
  readonly post: <T>(path: string, data: object) => Promise<T>
  readonly state: APIRequestContext['storageState']
}

async function callerOf({ site }: Place, storageState?: SignedIn): Promise<Caller> {
  const api = await request.newContext({
    baseURL: site.url,
    extraHTTPHeaders: { origin: site.url },
    ...(storageState && { storageState }),
  })
  const read = async <T>(answer: Awaited<ReturnType<typeof api.get>>): Promise<T> => {
    if (!answer.ok()) throw new Error(`${answer.url()}: ${answer.status()} ${await answer.text()}`)
    return answer.json() as Promise<T> // as the contract says
  }
  return {
    get: async (path) => read(await api.get(`/api/v1/${path}`)),
    post: async (path, data) => read(await api.post(`/api/v1/${path}`, { data })),
    state: () => api.storageState(),
  }
}
