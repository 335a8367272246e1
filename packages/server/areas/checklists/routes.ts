import { openFacility } from '../facilities/index.ts'
import type { HandlerParts, HandlersOf } from '../handler-parts.ts'
import { workCardOf } from './cards.ts'
import { checklistOf } from './checklist.ts'
import { addEvidence, evidenceFile } from './evidence.ts'
import { inspectionOf } from './inspection.ts'
import { joinedOf } from './joined.ts'
import { loadEdition } from './load-edition.ts'
import { beginYear } from './year.ts'

type Own = 'loadEdition' | 'checklist' | 'joined' | 'inspection' | 'startYear' | 'addEvidence' | 'evidenceFile' | 'workCard'

export function checklistHandlers({ services }: HandlerParts): HandlersOf<Own> {
  return {
    checklist: async ({ input, scope }) => checklistOf(await openFacility(services, scope, input.params.facility), input.query.sheet),
    joined: async ({ input, scope }) => joinedOf(await openFacility(services, scope, input.params.facility)),
    inspection: async ({ input, scope }) => inspectionOf(await openFacility(services, scope, input.params.facility)),
    loadEdition: async ({ input, scope, upload }) =>
      loadEdition(services, scope, input.params.facility, { ...input.query, name: upload.name, bytes: await upload.bytes() }),
    startYear: ({ input, scope }) => beginYear(services, scope, input.params.facility, input.body),
    addEvidence: async ({ input, scope, upload }) =>
      addEvidence(services, scope, input.params.facility, { name: upload.name, bytes: await upload.bytes(), ...input.query }),
    evidenceFile: ({ input, scope }) => evidenceFile(services, scope, input.params.facility, input.params.sha256),
    workCard: async ({ input, scope }) => workCardOf(await openFacility(services, scope, input.params.facility), input.params.card),
  }
}
