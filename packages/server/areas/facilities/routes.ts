import { done, type HandlerParts, type HandlersOf } from '../handler-parts.ts'
import { applyChanges } from './change.ts'
import { createFacility } from './create.ts'
import { loadExample } from './examples.ts'
import { factsOf } from './facts.ts'
import { openFacility } from './open.ts'
import { removeFacility } from './remove.ts'
import { tenQuestionsOf } from './ten-questions.ts'

type Own = 'tenQuestions' | 'createFacility' | 'loadExample' | 'removeFacility' | 'facts' | 'change'

export function facilityHandlers({ services }: HandlerParts): HandlersOf<Own> {
  return {
    tenQuestions: async () => tenQuestionsOf(services.catalogue),
    createFacility: ({ input, scope }) => createFacility(services, scope, input.body.name),
    loadExample: ({ input, scope }) => loadExample(services, scope, input.params.example),
    removeFacility: async ({ input, scope }) => {
      await removeFacility(services, scope, input.params.facility, input.query.name)
      return done
    },
    facts: async ({ input, scope }) => factsOf(await openFacility(services, scope, input.params.facility)),
    change: ({ input, scope }) => applyChanges(services, scope, input.params.facility, input.body.changes),
  }
}
