import type { ColumnChoice, ImportEncoding, ImportPreview } from '@mimamori/contract'
import { useState } from 'react'
import { useWords } from '../../text/words.tsx'
import { Field } from '../../ui/field.tsx'
import { chosenColumns, columnsToChoose, type PreviewFile, type ReadHow } from './read-how.ts'

const encodings: readonly (readonly [ImportEncoding, string])[] = [
  ['cp932', 'Shift_JIS'],
  ['utf-8', 'UTF-8'],
  ['euc-jp', 'EUC-JP'],
  ['utf-16le', 'UTF-16'],
]

/** Letters that came out wrong: the same file in another encoding. */
export function EncodingChoice({ now, again }: { now: ImportEncoding | undefined; again: (how: ReadHow) => void }) {
  const { t } = useWords()
  const name = encodings.find(([encoding]) => encoding === now)?.[1]
  return (
    <details open={now === undefined}>
      <summary>{name === undefined ? t('import.encoding') : t('import.encodingNow', { name })}</summary>
      <p className="row">
        {encodings
          .filter(([encoding]) => encoding !== now)
          .map(([encoding, each]) => (
            <button key={encoding} type="button" className="button low" onClick={() => again({ encoding })}>
              {t('import.readAs', { name: each })}
            </button>
          ))}
      </p>
    </details>
  )
}

/** What each column of an office's own list was read as: the person corrects it and has the file read again. */
export function ColumnChoices({ file, again }: { file: PreviewFile; again: (how: ReadHow) => void }) {
  const { t } = useWords()
  const columns = columnsToChoose(file)
  const [said, setSaid] = useState<readonly ColumnChoice[]>([])
  if (columns.length === 0) return null
  const unsure = columns.filter((column) => !column.isSure).length
  return (
    <details open={unsure > 0}>
      <summary>{unsure > 0 ? t('import.columnsUnsure', { count: unsure }) : t('import.columns')}</summary>
      <form
        className="import-columns"
        onSubmit={(event) => {
          event.preventDefault()
          again({ columns: chosenColumns(columns, said), as: file.devices ? 'devices' : 'vendor-list' })
        }}
      >
        {columns.map((column) => (
          <ColumnSelect
            key={column.heading}
            column={column}
            fields={file.fields ?? []}
            value={said.find((one) => one.heading === column.heading)?.field ?? column.field ?? ''}
            choose={(field) =>
              setSaid((now) => [...now.filter((one) => one.heading !== column.heading), { heading: column.heading, field }])
            }
          />
        ))}
        <p>
          <button type="submit" className="button">
            {t('import.readColumns')}
          </button>
        </p>
      </form>
    </details>
  )
}

const fieldWords: Readonly<Record<string, 'import.fieldOfVendor' | 'import.fieldOfContract'>> = {
  vendors: 'import.fieldOfVendor',
  contracts: 'import.fieldOfContract',
}

interface SelectProps {
  readonly column: NonNullable<PreviewFile['columns']>[number]
  readonly fields: NonNullable<ImportPreview['files'][number]['fields']>
  readonly value: string
  readonly choose: (field: string) => void
}

function ColumnSelect({ column, fields, value, choose }: SelectProps) {
  const { t, say, lang } = useWords()
  const samples = column.samples.join(lang === 'ja' ? '、' : ', ')
  return (
    <Field
      label={t('import.column', { heading: column.heading })}
      {...(samples !== '' && { help: t('import.columnSamples', { samples }) })}
    >
      {(props) => (
        <select {...props} value={value} onChange={(event) => choose(event.target.value)}>
          <option value="">{t('import.columnKept')}</option>
          {fields.map(({ field, name }) => (
            <option key={field} value={field}>
              {t(fieldWords[field.split('.')[0] ?? ''] ?? 'import.fieldOfDevice', { name: say(name) })}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
