import { type AuditKind, type AuditView, routes } from '@mimamori/contract'
import { type CalendarDate, readDate } from '@mimamori/domain'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useView } from '../../data/queries.ts'
import { DownloadButton } from '../../frame/download-button.tsx'
import { Page } from '../../frame/page.tsx'
import { useFacilityId, useMay, useToday } from '../../frame/rights.ts'
import { type PlainKey, useWords } from '../../text/words.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Field } from '../../ui/field.tsx'
import { Loaded } from '../../ui/loading.tsx'
import './audit.css'
import { AuditTable } from './audit-table.tsx'
import { CheckTrail } from './check-trail.tsx'

const here = getRouteApi('/f/$facility/audit')

/** 操作の記録: who did what, when and from where; whether anything was tampered with. */
export function Audit() {
  const { t } = useWords()
  const mayRead = useMay('audit:read')
  return (
    <Page className="wide" title={t('audit.title')} beside={t('audit.beside')}>
      {mayRead ? <Trail /> : <p className="card">{t('audit.noRight')}</p>}
    </Page>
  )
}

function Trail() {
  const { t } = useWords()
  const facility = useFacilityId()
  const { from, to, person, kind, before } = here.useSearch()
  const query = {
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(person !== undefined && { person }),
    ...(kind !== undefined && { kind }),
    ...(before !== undefined && { before: Number(before) }),
  }
  const view = useView(routes.audit, facility, { query })
  return (
    <div className="stack">
      <section className="card stack">
        <CheckTrail />
        <div>
          <DownloadButton route={routes.exportAudit} input={{}} name="mimamori-audit.jsonl" look="button">
            {t('audit.export')}
          </DownloadButton>
          <p className="source">{t('audit.export.says')}</p>
        </div>
      </section>
      <Loaded query={view}>
        {(loaded) => (
          <>
            <Filters people={loaded.people} />
            <AuditTable lines={loaded.lines} />
            <Pages view={loaded} />
            <p className="source">{t('audit.head', { seq: loaded.head.seq, hash: loaded.head.hash.slice(0, 12) })}</p>
          </>
        )}
      </Loaded>
    </div>
  )
}

const kinds: readonly (readonly [AuditKind, PlainKey])[] = [
  ['sign-in', 'audit.kind.signIn'],
  ['changes', 'audit.kind.changes'],
  ['papers', 'audit.kind.papers'],
  ['files', 'audit.kind.files'],
  ['trail', 'audit.kind.trail'],
]

function Filters({ people }: { people: AuditView['people'] }) {
  const { t } = useWords()
  const search = here.useSearch()
  const navigate = here.useNavigate()
  const today = readDate(useToday())
  const set = (changed: Partial<Record<'from' | 'to' | 'person' | 'kind', string | undefined>>) => {
    const { before: _, ...kept } = { ...search, ...changed }
    const wanted = Object.entries(kept).filter(([, value]) => value !== undefined && value !== '')
    void navigate({ search: Object.fromEntries(wanted) })
  }
  return (
    <div className="audit-filters no-print">
      {today && (
        <>
          <DayField label={t('audit.from')} value={search.from} today={today} save={(from) => set({ from })} />
          <DayField label={t('audit.to')} value={search.to} today={today} save={(to) => set({ to })} />
        </>
      )}
      <Field label={t('audit.person')}>
        {(props) => (
          <select {...props} value={search.person ?? ''} onChange={(event) => set({ person: event.target.value })}>
            <option value="">{t('audit.everybody')}</option>
            {people.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t('audit.kind')}>
        {(props) => (
          <select {...props} value={search.kind ?? ''} onChange={(event) => set({ kind: event.target.value })}>
            <option value="">{t('audit.kind.all')}</option>
            {kinds.map(([value, key]) => (
              <option key={value} value={value}>
                {t(key)}
              </option>
            ))}
          </select>
        )}
      </Field>
    </div>
  )
}

function DayField({
  label,
  value,
  today,
  save,
}: {
  label: string
  value: string | undefined
  today: CalendarDate
  save: (day: string | undefined) => void
}) {
  return <DateField label={label} value={readDate(value ?? '')} today={today} withToday={false} save={save} />
}

function Pages({ view }: { view: AuditView }) {
  const { t } = useWords()
  const facility = useFacilityId()
  const search = here.useSearch()
  const { before: _, ...newest } = search
  return (
    <p className="row no-print">
      {search.before !== undefined && (
        <Link className="button" to="/f/$facility/audit" params={{ facility }} search={newest}>
          {t('audit.newest')}
        </Link>
      )}
      {view.before !== undefined && (
        <Link className="button" to="/f/$facility/audit" params={{ facility }} search={{ ...search, before: String(view.before) }}>
          {t('audit.older')}
        </Link>
      )}
    </p>
  )
}
