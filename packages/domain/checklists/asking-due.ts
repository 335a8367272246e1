import { fact, noneWith } from '../finding.ts'
import { having } from '../picture.ts'
import { defineRule } from '../rule.ts'

/**
 * The day of the next step in asking a vendor has come. It has no due date of its own: what is late is the vendor's answer,
 * which `vendor-silent` says, and a letter that waits for approval is not even due. Once letters and calls have brought nothing,
 * the facility's turn weighs more.
 */
export const askingDue = defineRule({
  id: 'checklists/asking-due',
  area: 'checklists',
  reads: ['askingSteps', 'requests'],
  each: 'askingSteps',
  evaluate({ requests }, step) {
    if (step.state !== 'due' || step.step === undefined || step.dueOn === undefined) return
    const asked = having(requests, 'sheet', step.id)
    const history = asked.length === 0 ? [noneWith('requests', 'sheet', step.id)] : asked.map((one) => fact('requests', one.id))
    const facts = [fact('sheets', step.id, 'sentOn'), fact('sheets', step.id, 'returnedOn'), ...history]
    const isGraver = step.step === 'second-contact' || step.step === 'head-letter' || step.step === 'notice'
    const grade = isGraver ? { grade: 'chased-often' } : {}
    const promise = step.why === 'promise-passed' && step.promisedOn !== undefined ? { on: step.promisedOn } : undefined
    return {
      subjects: [step.id, step.vendor],
      parties: ['facility'],
      because: [
        ...(promise ? [{ say: 'promise-passed', with: promise, facts, aside: true as const }] : []),
        { say: step.why === 'came-back' ? 'came-back' : step.step, facts, ...grade },
      ],
    }
  },
})
