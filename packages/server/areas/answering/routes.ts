import type { RequestScope } from '../../platform/index.ts'
import { openFacility } from '../facilities/index.ts'
import { done, type HandlerParts, type HandlersOf } from '../handler-parts.ts'
import { hearSheetBeat } from '../presence/index.ts'
import { vendorClientsOf } from './clients.ts'
import { allDiscussionsOf } from './discussions.ts'
import { moveDraft, proposeStandard, saveDraft } from './draft.ts'
import { type AtSheet, enterSheet } from './enter.ts'
import { addSheetEvidence, sayOnSheet } from './say.ts'
import { removeStandard, saveStandard, standardsOf } from './standards.ts'
import { submitSheet } from './submit.ts'
import { sheetToAnswer } from './view.ts'

type Own =
  | 'vendorClients'
  | 'standards'
  | 'saveStandard'
  | 'removeStandard'
  | 'sheetToAnswer'
  | 'saveSheetDraft'
  | 'sheetBeat'
  | 'moveSheetDraft'
  | 'proposeStandard'
  | 'submitSheet'
  | 'addSheetEvidence'
  | 'sayOnSheet'
  | 'discussions'

/** As much of a request as says who is at which sheet. */
interface Request {
  readonly input: { readonly params: AtSheet['params'] }
  readonly guest: AtSheet['guest']
  readonly scope: RequestScope
  readonly request: { readonly from: string | undefined }
}

export function answeringHandlers({ services }: HandlerParts): HandlersOf<Own> {
  const enter = (context: Request) =>
    enterSheet(services, {
      params: context.input.params,
      guest: context.guest,
      scope: () => context.scope,
      from: context.request.from,
    })
  return {
    vendorClients: ({ scope }) => vendorClientsOf(services, scope),
    standards: ({ scope }) => standardsOf(services, scope),
    saveStandard: ({ input, scope }) => saveStandard(services, scope, input.body),
    removeStandard: async ({ input, scope }) => {
      await removeStandard(services, scope, input.params.standard)
      return done
    },
    sheetToAnswer: async (context) => sheetToAnswer(await enter(context)),
    saveSheetDraft: async (context) => saveDraft(await enter(context), context.input.body),
    sheetBeat: async (context) => {
      const { place, sheet } = await enter(context)
      return hearSheetBeat(services, context.scope, { ...context.input.body, relation: place, sheet: sheet.id })
    },
    moveSheetDraft: async (context) => moveDraft(await enter(context), context.input.body),
    proposeStandard: async (context) => proposeStandard(await enter(context), context.input.body),
    submitSheet: async (context) => submitSheet(await enter(context), context.input.body),
    addSheetEvidence: async (context) => {
      const answering = await enter(context)
      const { name } = context.upload
      return addSheetEvidence(answering, { item: context.input.query.item, name, bytes: await context.upload.bytes() })
    },
    sayOnSheet: async (context) => {
      await sayOnSheet(await enter(context), context.input.body)
      return done
    },
    discussions: async ({ input, scope }) => ({
      discussions: allDiscussionsOf(await openFacility(services, scope, input.params.facility)),
    }),
  }
}
