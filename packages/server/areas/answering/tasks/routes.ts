import type { RequestScope } from '../../../platform/index.ts'
import { done, type HandlerParts, type HandlersOf } from '../../handler-parts.ts'
import { writeAsVendor } from '../../tasks/index.ts'
import { type AtTask, enterTask, vendorTaskOf, vendorTasksOf } from './vendor.ts'

/** As much of a request as says who is at which task. */
interface Request {
  readonly input: { readonly params: AtTask['params'] }
  readonly guest: AtTask['guest']
  readonly scope: RequestScope
  readonly request: { readonly from: string | undefined }
}

function atTask(context: Request): AtTask {
  return { params: context.input.params, guest: context.guest, scope: () => context.scope, from: context.request.from }
}

export function vendorTaskHandlers({
  services,
}: HandlerParts): HandlersOf<'vendorTasks' | 'vendorTask' | 'sayOnTask' | 'addVendorTaskProof'> {
  return {
    vendorTasks: ({ scope }) => vendorTasksOf(services, scope),
    vendorTask: (context) => vendorTaskOf(services, atTask(context)),
    sayOnTask: async (context) => {
      await writeAsVendor(services, await enterTask(services, atTask(context)), context.input.body)
      return done
    },
    addVendorTaskProof: async (context) => {
      const at = await enterTask(services, atTask(context))
      const file = { name: context.upload.name, bytes: await context.upload.bytes() }
      const { evidence } = await writeAsVendor(services, at, { kind: 'proof', file })
      return { evidence: evidence ?? '' }
    },
  }
}
