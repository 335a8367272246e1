import * as z from 'zod'

export const mailKind = z.enum(['request', 'chase-up', 'second-contact', 'head-letter', 'notice'])

/** The queue of mail; `came-back` was sent and reported as not delivered later. */
export const mailView = z.object({
  isSetUp: z.boolean(),
  from: z.string().optional(),
  messages: z.array(
    z.object({
      id: z.string(),
      sheet: z.string().optional(),
      response: z.string().optional(),
      kind: z.enum([...mailKind.options, 'test', 'acceptance-ending', 'response-reminder', 'responses-due']),
      to: z.string(),
      subject: z.string(),
      state: z.enum(['waiting', 'sent', 'refused', 'given-up', 'cancelled', 'came-back']),
      attempts: z.number().int(),
      queuedAt: z.string(),
      nextTryAt: z.string().optional(),
      settledAt: z.string().optional(),
      /** What the other mail server said, in its own words. */
      answer: z.string().optional(),
    }),
  ),
})

export type MailView = z.infer<typeof mailView>
