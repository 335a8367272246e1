import { done, type HandlerParts, type HandlersOf } from '../../handler-parts.ts'
import { writeAsVendor } from '../../tasks/index.ts'
import { enterTask, vendorTaskOf, vendorTasksOf } from './vendor.ts'

export function vendorTaskHandlers({
  services,
}: HandlerParts): HandlersOf<'vendorTasks' | 'vendorTask' | 'sayOnTask' | 'addVendorTaskProof'> {
  return {
    vendorTasks: ({ scope }) => vendorTasksOf(services, scope),
    vendorTask: ({ input, scope }) => vendorTaskOf(services, scope, input.params),
    sayOnTask: async ({ input, scope }) => {
      await writeAsVendor(services, await enterTask(services, scope, input.params), input.body)
      return done
    },
    addVendorTaskProof: async ({ input, scope, upload }) => {
      const at = await enterTask(services, scope, input.params)
      const file = { name: upload.name, bytes: await upload.bytes() }
      const { evidence } = await writeAsVendor(services, at, { kind: 'proof', file })
      return { evidence: evidence ?? '' }
    },
  }
}
