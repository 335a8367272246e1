import type { Change, Entry, SliceName } from '@mimamori/domain'
import type { Versioned, Wanted } from '../../data/changes.ts'
import { setFields } from '../../data/changes.ts'
import { useSaver } from '../../data/saving.tsx'
import { useWords } from '../../text/words.tsx'
import type { Names } from './field-table.ts'
import type { AnyField } from './parts.ts'
import { RecordField } from './record-field.tsx'
import './record-form.css'

/** The fields of one record, each saved by itself. */
export function RecordForm({
  slice,
  of,
  fields,
  names,
}: {
  slice: SliceName
  of: Versioned<Entry>
  fields: readonly AnyField[]
  names: Names
}) {
  const { t } = useWords()
  const saver = useSaver()
  return (
    <div className="record-fields">
      {fields.map(({ name, word, help, as }) => (
        <RecordField
          key={name}
          label={t(word)}
          help={help && t(help)}
          as={as}
          value={Reflect.get(of.record, name)}
          names={names}
          save={(value) => void saver.save([setOne(slice, of, name, value)])}
        />
      ))}
    </div>
  )
}

/** One field of a record; the table of fields holds the name to the slice and its shape to the type of the value. */
export function setOne(slice: SliceName, of: Versioned<Entry>, name: string, value: unknown): Wanted {
  return setFields(slice as 'assets', of, { [name]: value }) // any slice: see above
}

/** A new record with what it cannot be without. */
export function addOne(slice: SliceName, record: Entry): Wanted {
  return { change: { kind: 'add', slice, record } as unknown as Change } // the table of fields holds the record to the slice
}
