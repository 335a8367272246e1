import { type PlannedUpdatesView, routes } from '@mimamori/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../../data/api.ts'
import { useFacilityId, useMay } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { Problem } from '../../ui/problem.tsx'
import { announce } from '../../ui/say.tsx'
import { UpdateHistory } from './update-history.tsx'
import { UpdateStepForm, type UpdateStepWanted } from './update-step-form.tsx'

type Line = PlannedUpdatesView['updates'][number]

const kinds = ['announced', 'tested', 'go', 'no-go', 'rolled-out', 'verified', 'rolled-back', 'done', 'said', 'withdrawn'] as const

/** What has happened with a planned update, and the next step of the facility. */
export function UpdateSteps({ line }: { line: Line }) {
  const mayWrite = useMay('facility:write')
  return (
    <>
      <UpdateHistory steps={line.steps} />
      {mayWrite && <NextStep line={line} />}
    </>
  )
}

function NextStep({ line: { steps, update } }: { line: Line }) {
  const { t } = useWords()
  const facility = useFacilityId()
  const client = useQueryClient()
  const [turn, setTurn] = useState(0)
  const send = useMutation({
    mutationFn: (step: UpdateStepWanted<(typeof kinds)[number]>) =>
      ask(routes.stepPlannedUpdate, { params: { facility, update: update.record.id }, body: { seen: steps.length, ...step } }),
    onSuccess: () => {
      announce(t('step.kept'))
      setTurn(turn + 1)
    },
    onSettled: () => client.invalidateQueries({ queryKey: [facility] }),
  })
  return (
    <>
      <UpdateStepForm
        key={turn}
        side="facility"
        kinds={kinds}
        steps={steps}
        busy={send.isPending}
        takesFocus={turn > 0}
        send={(step) => send.mutate(step)}
      />
      {send.isError && <Problem error={send.error} />}
    </>
  )
}
