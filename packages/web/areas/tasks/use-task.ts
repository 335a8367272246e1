import { routes, type TaskAct, type TaskView } from '@mimamori/contract'
import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query'
import { ask, upload } from '../../data/api.ts'
import { useFacilityId } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { announce } from '../../ui/say.tsx'

/** Does one thing with the task on the screen; true where somebody else was quicker and nothing was recorded. */
export function useTaskAct(view: TaskView): UseMutationResult<boolean, Error, TaskAct> {
  const { t } = useWords()
  const facility = useFacilityId()
  const client = useQueryClient()
  const { record, version } = view.task
  return useMutation({
    mutationFn: async (what: TaskAct) => {
      const { conflicts } = await ask(routes.actOnTask, { params: { facility, task: record.id }, body: { version, what } })
      return conflicts.length > 0
    },
    onSuccess: async (isConflict) => {
      announce(t(isConflict ? 'task.conflict' : 'task.kept'))
      await client.invalidateQueries({ queryKey: [facility] })
    },
  })
}

/** A file as proof. */
export function useTaskProof(task: string): UseMutationResult<unknown, Error, { file: File; inside: boolean }> {
  const { t } = useWords()
  const facility = useFacilityId()
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ file, inside }) =>
      upload(routes.addTaskProof, { params: { facility, task }, query: { inside: inside ? 'yes' : 'no' } }, file),
    onSuccess: async () => {
      announce(t('task.kept'))
      await client.invalidateQueries({ queryKey: [facility] })
    },
  })
}
