import type { Target } from '@mimamori/contract'
import { byId } from '@mimamori/domain'
import type { Kept } from '../kept.ts'

const setup = (question: number): Target => ({ screen: 'setup', id: String(question) })
const register = (part: string): Target => ({ screen: 'register', id: part })
const devices: Target = { screen: 'assets' }
const network: Target = { screen: 'network' }
const people: Target = { screen: 'people' }

/** Where a person enters each fact by which risks are decided; a test holds that none is left out. */
export const screenOfFact: Readonly<Record<string, Target>> = {
  'fact:systems': setup(5),
  'fact:vendors': setup(6),
  'fact:chart': setup(5),
  'fact:e-prescription': setup(5),
  'fact:eligibility': register('lines'),
  'fact:vpn': register('vpns'),
  'fact:internet': register('lines'),
  'fact:regional-link': register('vpns'),
  'fact:remote': register('remotePaths'),
  'fact:medical-devices': devices,
  'fact:iot': devices,
  'fact:printers': devices,
  'fact:mobile-routers': devices,
  'fact:cloud': register('backups'),
  'fact:wireless': setup(8),
  'fact:guest-wifi': setup(8),
  'fact:fax': register('faxFlows'),
  'fact:home-visits': setup(4),
  'fact:ways-two-factor': register('vpns'),
  'fact:ways-off': register('remotePaths'),
  'fact:ways-declared': register('remotePaths'),
  'fact:gates-guarded': register('lines'),
  'fact:zones-apart': network,
  'fact:guests-apart': network,
  'fact:eligibility-apart': network,
  'fact:no-mobile-router': devices,
  'fact:backup-detached': register('backups'),
  'fact:backup-tested': register('backups'),
  'fact:chart-apart': setup(8),
  'fact:no-leavers': register('accounts'),
  'fact:no-shared': register('accounts'),
  'fact:contracts': register('contracts'),
  'fact:update-duty': register('contracts'),
  'fact:response-hours': register('contracts'),
  'fact:fax-preset': register('faxFlows'),
  'fact:policy-signed': people,
  'fact:manager-able': people,
}

/** Where a fact or a control is entered: a control at the item that asks for it, else at the fact that shows it, else at its own page. */
export function screenOf(now: Kept, id: string): Target {
  const fact = screenOfFact[id]
  if (fact) return fact
  const type = byId(now.analysis.world.controlTypes, id)
  const item = type?.topics.flatMap((topic) => itemOfTopic(now, topic) ?? [])[0]
  if (item !== undefined) return { screen: 'item', id: item }
  const known = type?.facts.flatMap((one) => screenOfFact[one] ?? [])[0]
  return known ?? { screen: 'control', id }
}

/** The item of the facility's own list that is about a topic. */
export function itemOfTopic({ analysis: { world } }: Kept, topic: string): string | undefined {
  return world.joinedRows.find(({ id, facility }) => facility !== undefined && byId(world.items, id)?.topic === topic)?.id
}
