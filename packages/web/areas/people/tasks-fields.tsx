import { routes } from '@mimamori/contract'
import { useView } from '../../data/queries.ts'
import { useWords } from '../../text/words.tsx'
import { Field } from '../../ui/field.tsx'

export interface Tasks {
  /** Ids of people in the list of the facility; empty = nobody's, and a new line for the successor. */
  readonly from: string
  readonly to: string
}

/** Whose open tasks go to whom: people of the contact chart, who are not the same list as those with access. */
export function TasksFields({ facility, value, change }: { facility: string; value: Tasks; change: (value: Tasks) => void }) {
  const { t } = useWords()
  const people = (useView(routes.facts, facility).data?.people ?? []).filter(({ record }) => record.until === undefined)
  return (
    <>
      <Field label={t('handover.tasksOf')} help={t('handover.tasksOf.help')}>
        {(props) => (
          <select {...props} value={value.from} onChange={(event) => change({ ...value, from: event.target.value })}>
            <option value="">{t('handover.tasksOf.none')}</option>
            {people.map(({ record }) => (
              <option key={record.id} value={record.id}>
                {record.name}
              </option>
            ))}
          </select>
        )}
      </Field>
      {value.from !== '' && (
        <Field label={t('handover.tasksTo')}>
          {(props) => (
            <select {...props} value={value.to} onChange={(event) => change({ ...value, to: event.target.value })}>
              <option value="">{t('handover.tasksTo.new')}</option>
              {people
                .filter(({ record }) => record.id !== value.from)
                .map(({ record }) => (
                  <option key={record.id} value={record.id}>
                    {record.name}
                  </option>
                ))}
            </select>
          )}
        </Field>
      )}
    </>
  )
}
