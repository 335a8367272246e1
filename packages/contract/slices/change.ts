import type { Change, SliceName } from '@mimamori/domain'
import { sliceNames } from '@mimamori/domain'
import * as z from 'zod'
import { day, line, note, opt } from './fields.ts'
import { recordSchemas } from './records.ts'

const recordId = z.string().min(1).max(2000)
const sliceName = z.enum(sliceNames as [SliceName, ...SliceName[]]) // there is more than one slice

const bare = z.union([
  z.strictObject({ kind: z.literal('remove'), slice: sliceName, id: recordId }),
  z.strictObject({ kind: z.literal('retire'), slice: sliceName, id: recordId, on: day, by: line(), why: note() }),
  z.strictObject({ kind: z.literal('merge'), slice: sliceName, keep: recordId, gone: recordId }),
  z.strictObject({ kind: z.literal('unmerge'), slice: sliceName, gone: recordId }),
])

function changesOf(slice: SliceName): z.ZodType[] {
  return [
    z.strictObject({ kind: z.literal('add'), slice: z.literal(slice), record: recordSchemas[slice] }),
    z.strictObject({
      kind: z.literal('set'),
      slice: z.literal(slice),
      id: recordId,
      fields: partialOf(slice),
      forget: opt(z.array(optionalKeyOf(slice)).max(60)),
    }),
  ]
}

/** Only what may be unknown can be forgotten: a record without its name could be shown nowhere. */
function optionalKeyOf(slice: SliceName): z.ZodType {
  const { shape } = recordSchemas[slice] as unknown as z.ZodObject<Readonly<Record<string, z.ZodType>>> // `record` builds strict objects
  const keys = Object.keys(shape).filter((key) => shape[key]?._zod.optin === 'optional')
  return z.enum(keys)
}

function partialOf(slice: SliceName): z.ZodType {
  const whole = recordSchemas[slice] as unknown as z.ZodObject // `record` builds strict objects
  return whole.omit({ id: true }).partial()
}

/** Any change of a picture, checked down to its fields. */
export const changeSchema: z.ZodType<Change> = z.union([bare, ...sliceNames.flatMap(changesOf)]) as unknown as z.ZodType<Change> // one member per kind and slice, as the type has
