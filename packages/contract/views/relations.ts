import * as z from 'zod'
import { joinedView } from './checklist.ts'
import { day, findingState, instant, levelView, severity, text } from './common.ts'

export const relationKind = z.enum(['vendor', 'association', 'soc', 'insurer', 'authority'])
export const consentArea = z.enum(['checklists', 'backups', 'tasks'])

/** What one side lets the other see. `counts`: numbers without names of items; `named`: the facility may be named in lists. */
export const relationTerms = z.strictObject({
  areas: z.array(consentArea).max(10),
  counts: z.boolean(),
  named: z.boolean(),
})

export const relationView = z.object({
  id: z.string(),
  version: z.number().int(),
  kind: relationKind,
  /** The organisation outside; as the facility wrote it until somebody has accepted. */
  name: z.string(),
  vendor: z.string().optional(),
  state: z.enum(['offered', 'granted', 'declined', 'withdrawn']),
  terms: relationTerms,
  offeredAt: instant,
  grantedAt: instant.optional(),
  endedAt: instant.optional(),
  validUntil: instant.optional(),
  /** The same two lists on both sides: 「見えるもの」「見えないもの」. */
  sees: z.array(text),
  seesNot: z.array(text),
  events: z.array(z.object({ at: instant, by: z.string(), what: z.string(), terms: relationTerms, validUntil: instant.optional() })),
})

export const relationsView = z.object({ relations: z.array(relationView) })

/** Coarse values that the facility's own analysis leaves for a viewer. */
export const facilityCounts = z.object({
  kind: z.string().optional(),
  bedBand: z.string().optional(),
  stage: z.number().int().optional(),
  answered: z.number().int(),
  items: z.number().int(),
  differs: z.number().int(),
  vendorsAsked: z.number().int(),
  vendorsAnswered: z.number().int(),
  findings: z.object({ critical: z.number().int(), high: z.number().int(), medium: z.number().int(), low: z.number().int() }),
})

export const clientLine = z.object({
  relation: z.string(),
  kind: relationKind,
  /** Absent where the facility does not want to be named in lists. */
  name: z.string().optional(),
  since: instant,
  validUntil: instant.optional(),
  madeOn: day.optional(),
  counts: facilityCounts.optional(),
})

export const clientsView = z.object({ clients: z.array(clientLine) })

/** A finding as a viewer gets it: no history, nothing that rests on what it may not see. */
export const viewedFinding = z.object({
  id: z.string(),
  severity,
  state: findingState,
  title: text,
  step: text,
  party: z.string(),
  partyNames: z.array(text),
  reasons: z.array(text),
  dueOn: day.optional(),
})

/** One facility as the viewer's consent lets it be seen. */
export const clientView = z.object({
  relation: relationView,
  facility: z.string(),
  today: day,
  joined: joinedView.optional(),
  level: levelView.optional(),
  findings: z.array(viewedFinding),
})

export type RelationView = z.infer<typeof relationView>
export type RelationTerms = z.infer<typeof relationTerms>
export type RelationKind = z.infer<typeof relationKind>
export type ClientLine = z.infer<typeof clientLine>
export type ClientView = z.infer<typeof clientView>
export type FacilityCounts = z.infer<typeof facilityCounts>
export type ViewedFindingView = z.infer<typeof viewedFinding>
