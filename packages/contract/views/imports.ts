import * as z from 'zod'
import { text } from './common.ts'

/** Ways to read a text file; `cp932` is Shift_JIS as Windows writes it. */
export const importEncoding = z.enum(['utf-8', 'cp932', 'euc-jp', 'utf-16le', 'utf-16be'])

const choices = z
  .array(
    z.strictObject({ heading: z.string().min(1).max(200), field: z.string().regex(/^((vendors|contracts|devices)\.[A-Za-z]{1,40})?$/) }),
  )
  .max(200)

/** What a person said of columns, as JSON in the address: heading and field, an empty field for "not read". */
export const columnChoices = z.string().transform((json, context): z.output<typeof choices> => {
  const parsed = choices.safeParse(parse(json))
  if (parsed.success) return parsed.data
  context.addIssue({ code: 'custom', message: 'a list of headings with their fields' })
  return z.NEVER
})

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

/** A column of an office's own list and what it is read as; a person corrects it before anything is registered. */
export const importColumn = z.object({
  sheet: z.string().optional(),
  heading: z.string(),
  field: z.string().optional(),
  isSure: z.boolean(),
  /** Cells of the first rows that have one. */
  samples: z.array(z.string()),
})

/** What becomes of the devices of a file, in numbers; nothing is registered yet. */
export const devicesRead = z.object({
  format: z.object({
    id: z.string(),
    name: text,
    /** What the reader of the format rests on, and which output or document that was. */
    basis: text,
    seen: text,
  }),
  /** Records of the file that are held to be of devices of the register, of new devices, or of one that only a person can tell. */
  known: z.number().int(),
  new: z.number().int(),
  conflicts: z.number().int(),
  /** Devices of the register that learn something that nobody had entered. */
  filledIn: z.number().int(),
  accounts: z.number().int(),
  skippedLines: z.number().int(),
  /** The first of the lines that were passed over, with the reason. */
  skipped: z.array(z.object({ row: z.number().int(), why: text, text: z.string(), lines: z.number().int() })),
  reasons: z.array(z.object({ why: text, lines: z.number().int() })),
})

/** The formats of files with devices and accounts, by what their readers rest on: the surest first. */
export const scanFormatGroup = z.object({
  basis: text,
  formats: z.array(z.object({ id: z.string(), name: text, seen: text, made: text, commands: z.array(z.string()) })),
})

export const listField = z.object({ field: z.string(), name: text })

export type DevicesRead = z.infer<typeof devicesRead>
export type ScanFormatGroup = z.infer<typeof scanFormatGroup>
export type ImportColumn = z.infer<typeof importColumn>
export type ImportEncoding = z.infer<typeof importEncoding>
export type ColumnChoice = z.output<typeof choices>[number]
