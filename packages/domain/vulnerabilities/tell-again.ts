import { fact } from '../finding.ts'
import { having } from '../picture.ts'
import { defineRule } from '../rule.ts'

const grave: ReadonlySet<string> = new Set(['second-contact', 'prime-vendor', 'head-letter'])

/**
 * The day of the next step with a vendor that was told of a weakness has come. That its answer is late is said by `told-silent`; this
 * is the facility's turn, and it weighs more once mails and calls have brought nothing.
 */
export const tellAgain = defineRule({
  id: 'vulnerabilities/tell-again',
  area: 'vulnerabilities',
  reads: ['responseAsking', 'responseSteps'],
  each: 'responseAsking',
  evaluate({ responseSteps }, { id, vendor, state, why, step }) {
    if (state !== 'due' || step === undefined) return
    const steps = having(responseSteps, 'response', id)
    const facts = [fact('responses', id), ...steps.map((one) => fact('responseSteps', one.id))]
    return {
      subjects: [id, vendor],
      parties: ['facility'],
      because: [
        ...(why === 'silent' ? [] : [{ say: why, facts, aside: true as const }]),
        { say: step, facts, ...(grave.has(step) && { grade: 'chased-often' }) },
      ],
    }
  },
})
