import {
  type CalendarDate,
  type Entry,
  extraLimits,
  type Fact,
  type Id,
  isEntityId,
  type Provenance,
  readDate,
  type TextFault,
  type TextLimit,
  textFault,
} from '@mimamori/domain'
import * as z from 'zod'

/** A schema for every key of a record, an optional one for every optional key: none can be forgotten. */
type Shape<T> = {
  [K in keyof T]-?: object extends Pick<T, K> ? z.ZodExactOptional<z.ZodType<Required<T>[K]>> : z.ZodType<T[K]>
}

type OwnFields<T> = Omit<T, 'fields' | 'extra' | 'source' | 'row' | 'confirmedOn'>

const wanted: Readonly<Record<TextFault, string>> = {
  empty: 'at least one character',
  'too-long': 'a shorter text',
  'forbidden-letters': 'text without control characters',
}

/** Free text within the limit of its field. */
export function limited(limit: TextLimit): z.ZodType<string> {
  return z.string().superRefine((text, context) => {
    const fault = textFault(text, limit)
    if (fault) context.addIssue({ code: 'custom', message: wanted[fault] })
  })
}

/** One line of free text, without control characters or marks that reverse the reading direction. */
export function line(most = 200): z.ZodType<string> {
  return limited({ lines: 'one', most })
}

/** Free text of several lines. */
export function note(most = 2000): z.ZodType<string> {
  return limited({ lines: 'several', most })
}

export function id<T extends Id<string>>(): z.ZodType<T> {
  return z
    .string()
    .regex(/^[a-z0-9][a-z0-9._:-]{0,79}$/)
    .refine(isEntityId) as unknown as z.ZodType<T> // the pattern is that of `isEntityId`
}

export const day: z.ZodType<CalendarDate> = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine((text) => readDate(text) !== undefined, 'a day of the calendar') as unknown as z.ZodType<CalendarDate> // `readDate` has checked it

export function fact<T>(schema: z.ZodType<T>): z.ZodType<Fact<T>> {
  return z.union([schema, z.literal('none'), z.literal('not-applicable')])
}

export const yesNo = z.enum(['yes', 'no'])

export function opt<T>(schema: z.ZodType<T>): z.ZodExactOptional<z.ZodType<T>> {
  return z.exactOptional(schema)
}

const provenanceShape = { source: opt(id<NonNullable<Provenance['source']>>()), row: opt(z.number().int().min(1)), confirmedOn: opt(day) }

const provenance: z.ZodType<Provenance> = z.strictObject(provenanceShape)

/** The schema of one record: its own fields and those that every record carries. */
export function record<T extends Entry>(shape: Shape<OwnFields<T>>): z.ZodType<T> {
  const whole = z.strictObject({
    ...shape,
    ...provenanceShape,
    fields: opt(z.record(z.string().max(60), provenance)),
    extra: opt(z.record(limited(extraLimits.name), z.literal('').or(limited(extraLimits.text)))),
  })
  return whole as unknown as z.ZodType<T> // `Shape` has one schema for every key of T
}
