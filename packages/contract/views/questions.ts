import * as z from 'zod'
import { day, text } from './common.ts'
import { target } from './home.ts'

/** 「聞くこと・確かめること」: what is not known yet, by whom to ask. */
export const openQuestionsView = z.object({
  revision: z.number().int(),
  groups: z.array(
    z.object({
      /** `some-vendor`: several companies may know, and one of them is to be chosen. */
      whom: z.enum(['vendor', 'some-vendor', 'house']),
      vendorName: z.string().optional(),
      /** A sheet of the vendor, from whose page it is asked. */
      sheet: z.string().optional(),
      questions: z.array(
        z.object({
          id: z.string(),
          text,
          since: day.optional(),
          /** The day of the last recorded request to a vendor that may know. */
          askedOn: day.optional(),
          vendors: z.array(z.string()),
          target,
        }),
      ),
    }),
  ),
  counts: z.object({ vendors: z.number().int(), house: z.number().int() }),
})

export type OpenQuestionsView = z.infer<typeof openQuestionsView>
