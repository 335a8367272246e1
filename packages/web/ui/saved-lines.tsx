import type { ReactNode } from 'react'
import { type PlainKey, useWords } from '../text/words.tsx'
import { SavedLine } from './field.tsx'

/** A field of a record that is a line of text. */
export interface LineOf<Name extends string> {
  readonly name: Name
  readonly word: PlainKey
  readonly maxLength: number
}

type Values<Name extends string> = { readonly [K in Name]?: string | undefined }

/** The name of a record and its other lines, each saved by itself; the name cannot be emptied. */
export function SavedLines<Name extends string>({
  nameLabel,
  lines,
  record,
  save,
}: {
  nameLabel: ReactNode
  lines: readonly LineOf<Name>[]
  record: { readonly name: string } & Values<Name>
  save: (values: Values<Name | 'name'>) => void
}) {
  const { t } = useWords()
  const values: Values<Name> = record
  const saveOne = (name: Name | 'name', value: string | undefined) => save({ [name]: value } as Values<Name | 'name'>) // one of these fields
  return (
    <>
      <SavedLine label={nameLabel} value={record.name} save={(name) => name !== undefined && saveOne('name', name)} />
      {lines.map(({ name, word, maxLength }) => (
        <SavedLine key={name} label={t(word)} maxLength={maxLength} value={values[name]} save={(value) => saveOne(name, value)} />
      ))}
    </>
  )
}
