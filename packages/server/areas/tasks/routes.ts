import { openFacility } from '../facilities/index.ts'
import { done, type HandlerParts, type HandlersOf } from '../handler-parts.ts'
import { actOnTask } from './act.ts'
import { taskOf, tasksOf } from './list.ts'
import { makeTask } from './make.ts'
import { addTaskProof } from './proof.ts'
import { ownRecord, sayWhoIAm } from './who.ts'

export function taskHandlers({
  services,
}: HandlerParts): HandlersOf<'tasks' | 'task' | 'sayWhoIAm' | 'makeTask' | 'actOnTask' | 'addTaskProof'> {
  return {
    tasks: async ({ input, scope }) => {
      const now = await openFacility(services, scope, input.params.facility)
      return tasksOf(now, await ownRecord(services, scope, now), input.query.show)
    },
    task: async ({ input, scope }) => {
      const now = await openFacility(services, scope, input.params.facility)
      return taskOf(now, await ownRecord(services, scope, now), input.params.task)
    },
    sayWhoIAm: async ({ input, scope }) => {
      await sayWhoIAm(services, scope, { ...input.params, ...input.body })
      return done
    },
    makeTask: ({ input, scope }) => makeTask(services, scope, input.params.facility, input.body),
    actOnTask: ({ input, scope }) => actOnTask(services, scope, input.params.facility, { task: input.params.task, ...input.body }),
    addTaskProof: async ({ input, scope, upload }) =>
      addTaskProof(services, scope, input.params.facility, {
        task: input.params.task,
        inside: input.query.inside === 'yes',
        file: { name: upload.name, bytes: await upload.bytes() },
      }),
  }
}
