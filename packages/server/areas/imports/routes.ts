import { done, type HandlerParts, type HandlersOf } from '../handler-parts.ts'
import { dropImport, registerImport } from './apply.ts'
import { exportFolder } from './export-folder.ts'
import { previewImport } from './preview.ts'

export function importHandlers({ services }: HandlerParts): HandlersOf<'preview' | 'applyImport' | 'dropImport' | 'exportFolder'> {
  return {
    preview: async ({ input, scope, upload }) => {
      const asked = {
        as: input.query.as ?? 'auto',
        sheet: input.query.sheet,
        name: upload.name,
        bytes: await upload.bytes(),
        encoding: input.query.encoding,
        columns: input.query.columns,
      }
      return previewImport(services, scope, input.params.facility, asked)
    },
    applyImport: ({ input, scope }) =>
      registerImport(services, scope, input.params.facility, { draft: input.params.draft, agreed: input.body.agreed ?? [] }),
    dropImport: async ({ input, scope }) => {
      await dropImport(services, scope, input.params.facility, input.params.draft)
      return done
    },
    exportFolder: ({ input, scope }) => exportFolder(services, scope, input.params.facility),
  }
}
