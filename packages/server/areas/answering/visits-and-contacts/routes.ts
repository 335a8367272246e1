import { done, type HandlerParts, type HandlersOf, langOf } from '../../handler-parts.ts'
import { clientsFile } from '../clients-file.ts'
import { readRequestFile } from '../request-files/read.ts'
import { writeReplyFiles } from '../request-files/reply.ts'
import { sendContactChange } from './contact-changes.ts'
import { askVisit, stepVisit } from './visits.ts'
import { vendorWorkOf } from './work.ts'

type Own = 'vendorWork' | 'vendorClientsFile' | 'sendContactChange' | 'askVisit' | 'stepVisit' | 'readRequestFile' | 'writeReplyFiles'

export function vendorWorkHandlers({ services }: HandlerParts): HandlersOf<Own> {
  return {
    vendorWork: ({ scope }) => vendorWorkOf(services, scope),
    vendorClientsFile: ({ scope, session }) => clientsFile(services, scope, langOf(session)),
    sendContactChange: ({ input, scope }) => sendContactChange(services, scope, input.body),
    readRequestFile: async ({ upload }) => readRequestFile(services, { name: upload.name, bytes: await upload.bytes() }),
    writeReplyFiles: ({ input, scope }) => writeReplyFiles(services, scope, input.body),
    askVisit: ({ input, scope }) => askVisit(services, scope, input.params.relation, input.body),
    stepVisit: async ({ input, scope }) => {
      await stepVisit(services, scope, input.params.relation, { visit: input.params.visit, ...input.body })
      return done
    },
  }
}
