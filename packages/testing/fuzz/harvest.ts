import type { RouteId } from '@mimamori/contract'
import type { Actor } from './aim.ts'
import { doorOf } from './relations.ts'
import type { Sent } from './sent.ts'
import { draftKey, type IdKind, keep, type World } from './world.ts'

/** Ids that an answer gives to the one who asked, and of what they are. */
const given: Readonly<Partial<Record<RouteId, readonly (readonly [string, IdKind])[]>>> = {
  createFacility: [['facility', 'facility']],
  makeTask: [['task', 'task']],
  askVisit: [['visit', 'visit']],
  offerRelation: [['relation', 'relation']],
  inviteMember: [['id', 'invitation']],
  inviteViewer: [['id', 'invitation']],
  beginHandOver: [['handOver', 'handOver']],
  saveStandard: [['id', 'standard']],
  preview: [['id', 'draft']],
  sendTestMail: [['message', 'message']],
  addSheetEvidence: [['evidence', 'evidence']],
  addEvidence: [
    ['evidence', 'evidence'],
    ['sha256', 'sha256'],
  ],
}

/** What a vendor says by these is the facility's as well, without being handed in. */
const overAtOnce: ReadonlySet<RouteId> = new Set([
  ...([
    'sayOnSheet',
    'addSheetEvidence',
    'sayOnTask',
    'addVendorTaskProof',
    'askVisit',
    'stepVisit',
    'stepVendorResponse',
    'addVendorResponseProof',
    'stepVendorUpdate',
    'answerAgreement',
  ] as const),
])

interface Done {
  readonly actor: Actor
  readonly route: RouteId
  readonly sent: Sent
  readonly text: string
}

/** Remembers what an act has made, and what was handed over by it: what leaves a draft, and for whom. */
export class Memory {
  private readonly world: World

  constructor(world: World) {
    this.world = world
  }

  note(done: Done): void {
    const body = parsed(done.text)
    for (const [field, kind] of given[done.route] ?? []) {
      const id = body[field]
      if (typeof id === 'string') done.actor.tenant.ids[kind].push(id)
    }
    this.noteDoor(done, body)
    this.noteKept(done, body)
  }

  private noteDoor({ actor, route, sent }: Done, body: Readonly<Record<string, unknown>>): void {
    const { code, path } = body
    if (typeof code !== 'string') return
    const words = this.world.canaries.in(JSON.stringify(sent))
    if (route === 'inviteMember' || route === 'inviteViewer')
      this.world.secrets.push(doorOf(actor.tenant, { secret: code }, { shown: words }))
    if (route === 'makeAnswerLink' && typeof path === 'string')
      this.world.secrets.push(
        doorOf(actor.tenant, { token: path.split('#')[1] ?? '', code }, { shown: words, sheet: sent.params?.['sheet'] ?? '' }),
      )
  }

  /** What a vendor writes is its own until it hands the sheet in; a word in a discussion and a file go over at once. */
  private noteKept({ actor, route, sent }: Done, body: Readonly<Record<string, unknown>>): void {
    const { kept, canaries } = this.world
    const words = canaries.in(JSON.stringify(sent))
    const key = draftKey(actor.tenant, sent.params ?? {})
    if (route === 'saveStandard') keep(kept, String(body['id']), words)
    if (route === 'saveSheetDraft') keep(kept, key, words)
    if (route === 'proposeStandard') keep(kept, key, kept.get(standardOf(sent)) ?? [])
    const held = kept.get(key) ?? []
    if (route === 'submitSheet') this.handIn(actor, sent, [...held, ...words])
    if (overAtOnce.has(route)) this.handIn(actor, sent, [...held, ...words, ...actor.tenant.names])
  }

  private handIn(actor: Actor, { params }: Sent, words: readonly string[]): void {
    const place = params?.['place'] ?? params?.['relation'] ?? ''
    const facility = this.world.tenants.find(({ id, kind, ids }) =>
      actor.link ? id === actor.link.organisation : kind === 'facility' && ids.relation.includes(place),
    )
    if (facility) keep(this.world.handedIn, facility.number, words)
  }
}

function standardOf({ body }: Sent): string {
  return typeof body === 'object' && body !== null && 'standard' in body ? String(body.standard) : ''
}

function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    const json: unknown = JSON.parse(text)
    return typeof json === 'object' && json !== null ? { ...json } : {}
  } catch {
    return {}
  }
}
