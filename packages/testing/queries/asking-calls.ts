import { type RouteId, routes } from '@mimamori/contract'
import type { Acting } from '../server/index.ts'
import type { Place, Prepare } from './place.ts'

/** A sheet that is still open, of a vendor that has a mail address. */
async function asking({ acting, facility }: Place): Promise<{ as: Acting; facility: string; sheet: string; vendor: string }> {
  const view = await acting.ask(routes.vendors, { params: { facility } })
  const open = view.sheets.find((line) => line.state !== 'returned' && line.state !== 'partial')
  const vendor = view.vendors.find(({ record }) => record.id === open?.vendor)
  if (!open || !vendor) throw new Error('no vendor is asked here')
  const mail = 'madoguchi@vendor.example'
  if (vendor.record.mail !== mail) {
    const change = { kind: 'set', slice: 'vendors', id: vendor.record.id, fields: { mail } } as const
    await acting.ask(routes.change, { params: { facility }, body: { changes: [{ change, expected: vendor.version }] } })
  }
  return { as: acting, facility, sheet: open.sheet, vendor: vendor.record.id }
}

async function queued(place: Place): Promise<string> {
  const { as, facility } = await asking(place)
  return (await as.ask(routes.sendTestMail, { params: { facility }, body: { to: 'soumu@hospital.example' } })).message
}

async function approval(place: Place, round: number) {
  const { as, facility, sheet } = await asking(place)
  const id = `ok:counted.${round}.${place.times}`
  const box = `box:counted.${round}.${place.times}`
  const letter = { id, about: 'other', title: '試しの決裁', sheets: [sheet], draftedOn: '2026-11-20', state: 'waiting' }
  const changes = [
    { change: { kind: 'add', slice: 'approvals', record: letter } as never }, // a record without its branded ids
    { change: { kind: 'add', slice: 'approvalBoxes', record: { id: box, approval: id, place: 1, label: '院長' } } as never }, // as above
  ]
  await as.ask(routes.change, { params: { facility }, body: { changes } })
  return { params: { approval: id }, body: { box, mark: 'approved' } }
}

const consent = { toBody: 'association' as const, toName: '例医師会', toMail: 'jimu@association.example' }

/** Routes for asking vendors by mail, for approvals and consents. */
export const askingCalls = {
  mail: () => ({}),
  sendTestMail: () => ({ body: { to: 'soumu@hospital.example' } }),
  sendVendorMail: async (place) => ({ params: { sheet: (await asking(place)).sheet }, body: { kind: 'request' } }),
  sendReminder: async (place, round) => {
    const { as, facility, vendor } = await asking(place)
    const response = `resp:reminded.${round}`
    const record = { id: response, title: 'FortiOSの更新', assets: [], vendor, openedOn: '2026-11-20' }
    const changes = [{ change: { kind: 'add', slice: 'responses', record } as never }] // a record without its branded ids
    await as.ask(routes.change, { params: { facility }, body: { changes } })
    await as.ask(routes.stepResponse, { params: { facility, response }, body: { seen: 0, kind: 'told', way: 'phone' } })
    return { params: { response }, body: {} }
  },
  retryMail: async (place) => {
    const message = await queued(place)
    await place.server.database.admin.query(`update mail_message set state = 'given-up' where id = $1`, [message])
    return { params: { message }, body: {} }
  },
  cancelMail: async (place) => ({ params: { message: await queued(place) } }),
  decideApproval: approval,
  consentToNotice: async (place) => ({ params: { sheet: (await asking(place)).sheet }, body: consent }),
  withdrawNoticeConsent: async (place) => {
    const { as, facility, sheet } = await asking(place)
    await as.ask(routes.consentToNotice, { params: { facility, sheet }, body: consent })
    return { params: { sheet } }
  },
} as const satisfies Partial<Record<RouteId, Prepare>>
