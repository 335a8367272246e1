import { z } from 'zod'
import { defineJob, enqueueJob, type Job, withScope } from '../../../platform/index.ts'
import { matchTask } from '../../facilities/index.ts'
import type { Services } from '../../services.ts'
import { isThere, matchFacility, matchIfTouched } from './run.ts'
import { listBehind } from './store.ts'

/** Holds facilities against the feeds: one whose register has changed, and all of them after a reading of the feeds. */
export function matchJobs(services: Services): readonly Job[] {
  return [
    defineJob({
      task: matchTask,
      input: z.object({ facility: z.string(), onlyIfTouched: z.boolean().optional() }),
      async run({ input: { facility, onlyIfTouched }, scope }) {
        // NOTE: without the person, who may have left by then.
        const asking = { organisation: scope.organisation }
        if (!(await isThere(services, asking, facility))) return
        if (onlyIfTouched) await matchIfTouched(services, asking, facility)
        else await matchFacility(services, asking, facility)
      },
    }),
    defineJob({
      task: 'vulnerabilities/after-feeds',
      input: z.object({}),
      every: '*/5 * * * *',
      async run({ scope, inScope }) {
        for (const { organisation, facility } of await inScope((client) => listBehind(scope, client)))
          await withScope(services.pool, { organisation }, (client) =>
            enqueueJob(client, { task: matchTask, input: { facility, onlyIfTouched: true }, key: `${facility}/feeds` }),
          )
      },
    }),
  ]
}
