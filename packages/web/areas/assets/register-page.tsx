import { routes } from '@mimamori/contract'
import { type Entry, entityId, type RemotePathId } from '@mimamori/domain'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { removeRecord, type Versioned } from '../../data/changes.ts'
import { useView } from '../../data/queries.ts'
import { useRecords } from '../../data/saving.tsx'
import { Page } from '../../frame/page.tsx'
import { useFacilityId, useMay } from '../../frame/rights.ts'
import { SavedNote } from '../../frame/saving-trouble.tsx'
import { useUndoable } from '../../frame/undo.tsx'
import { useWords } from '../../text/words.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { plainDate } from '../../ui/show-date.ts'
import type { Names } from './field-table.ts'
import { namesOf } from './names.ts'
import { NewRecord } from './new-record.tsx'
import { type AnyField, type AnyForm, isPart, type Part, partForms, parts } from './parts.ts'
import { RecordForm } from './record-form.tsx'
import { RemoteLog } from './remote-log.tsx'
import './assets.css'

const here = getRouteApi('/f/$facility/register/$part')

/** Lines, VPNs, remote maintenance, FAX, accounts, contracts, backups: one plain form each. */
export function RegisterPage() {
  const { t } = useWords()
  const { part } = here.useParams()
  const form = isPart(part) ? partForms[part] : partForms.lines
  return (
    <Page step={part} className="column" title={t(form.title)} above={<PartLinks />} tools={<SavedNote />}>
      <PartBody key={part} part={isPart(part) ? part : 'lines'} />
    </Page>
  )
}

/** The way between the register of devices and its other parts. */
export function PartLinks() {
  const { t } = useWords()
  const facility = useFacilityId()
  return (
    <nav className="row part-links no-print" aria-label={t('register.parts')}>
      <Link className="pill" to="/f/$facility/assets" params={{ facility }} activeOptions={{ exact: true, includeSearch: false }}>
        {t('assets.devices')}
      </Link>
      {parts.map((part) => (
        <Link key={part} className="pill" to="/f/$facility/register/$part" params={{ facility, part }}>
          {t(partForms[part].title)}
        </Link>
      ))}
    </nav>
  )
}

function PartBody({ part }: { part: Part }) {
  const { t, say } = useWords()
  const view = useView(routes.register, useFacilityId(), { params: { part } })
  return (
    <div className="stack">
      <p>{t(partForms[part].says)}</p>
      <Loaded query={view}>{(loaded) => <Records part={part} stored={loaded[part] ?? []} names={namesOf(loaded.names, say)} />}</Loaded>
    </div>
  )
}

function Records({ part, stored, names }: { part: Part; stored: readonly Versioned<Entry>[]; names: Names }) {
  const { t, lang } = useWords()
  const mayWrite = useMay('facility:write')
  const [opened, setOpened] = useState<string>()
  const form: AnyForm = partForms[part]
  const titled = useRecords(part, stored).map((of) => ({ of, title: titleOf(of.record) }))
  const sorted = titled.toSorted((a, b) => a.title.localeCompare(b.title, lang))
  function titleOf(record: Entry): string {
    const [first] = form.asked
    return wordsOf(form, record, first)[0] ?? wordsOf(form, record, form.asked[1])[0] ?? t('register.unnamed')
  }
  function wordsOf({ fields }: AnyForm, record: Entry, name: string | undefined): readonly string[] {
    const field = fields.find((one) => one.name === name)
    return field ? shownOf(field, Reflect.get(record, field.name)) : []
  }
  function shownOf({ as, word }: AnyField, value: unknown): readonly string[] {
    if (value === undefined || value === 'none' || value === 'not-applicable') return []
    if (typeof value === 'number') return [t('register.counted', { what: t(word), count: value })]
    const text = typeof value === 'string' ? value : ''
    if (as.kind === 'choice') return as.choices.filter((one) => one.value === text).map((one) => t(one.word))
    if (as.kind === 'one') return names[as.of].filter(({ id }) => id === text).map(({ name }) => name)
    if (as.kind === 'device') return names.assets.filter(({ id }) => id === text).map(({ name }) => name)
    return [as.kind === 'day' ? plainDate(text, lang) : text]
  }
  return (
    <>
      {sorted.length === 0 && <p className="card">{t(form.none)}</p>}
      {sorted.map(({ of, title }) => (
        <RecordCard
          key={of.record.id}
          part={part}
          of={of}
          names={names}
          title={title}
          beside={form.beside.flatMap((name) => wordsOf(form, of.record, name)).filter((words) => words !== title)}
          isOpen={opened === of.record.id}
          mayWrite={mayWrite}
        />
      ))}
      {mayWrite && <NewRecord part={part} names={names} made={setOpened} />}
    </>
  )
}

interface CardProps {
  readonly part: Part
  readonly of: Versioned<Entry>
  readonly names: Names
  readonly title: string
  readonly beside: readonly string[]
  readonly isOpen: boolean
  readonly mayWrite: boolean
}

function RecordCard({ part, of, names, title, beside, isOpen, mayWrite }: CardProps) {
  const { t } = useWords()
  const takeOff = useUndoable()
  const form: AnyForm = partForms[part]
  return (
    <details className="card register-card" open={isOpen} id={of.record.id}>
      <summary>
        <strong>{title}</strong> <span className="second">{beside.join(t('list.dot'))}</span>
      </summary>
      <div className="stack">
        {part === 'remotePaths' && <RemoteLog path={entityId<RemotePathId>(of.record.id)} />}
        <fieldset disabled={!mayWrite}>
          <legend className="hidden-words">{title}</legend>
          <RecordForm slice={part} of={of} fields={form.fields} names={names} />
        </fieldset>
        {mayWrite && (
          <p>
            <button
              type="button"
              className="button low"
              onClick={() => takeOff([removeRecord(part, of)], t('register.removed', { name: title }))}
            >
              {t('register.remove')}
            </button>
          </p>
        )}
      </div>
    </details>
  )
}
