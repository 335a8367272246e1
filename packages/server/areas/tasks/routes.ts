import { openFacility } from '../facilities/index.ts'
import type { HandlerParts, HandlersOf } from '../handler-parts.ts'
import { actOnTask } from './act.ts'
import { taskOf, tasksOf } from './list.ts'
import { makeTask } from './make.ts'
import { addTaskProof } from './proof.ts'

export function taskHandlers({ services }: HandlerParts): HandlersOf<'tasks' | 'task' | 'makeTask' | 'actOnTask' | 'addTaskProof'> {
  return {
    tasks: async ({ input, scope }) =>
      tasksOf(await openFacility(services, scope, input.params.facility), scope.personName, input.query.show),
    task: async ({ input, scope }) =>
      taskOf(await openFacility(services, scope, input.params.facility), scope.personName, input.params.task),
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
