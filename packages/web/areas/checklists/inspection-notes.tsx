import { type InspectionView, routes } from '@mimamori/contract'
import { type CalendarDate, date, entityId, type Inspection, type InspectionId } from '@mimamori/domain'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { addRecord, setFields, type Versioned } from '../../data/changes.ts'
import { useView } from '../../data/queries.ts'
import { useRecord, useSaver } from '../../data/saving.tsx'
import { DownloadButton } from '../../frame/download-button.tsx'
import { Page } from '../../frame/page.tsx'
import { useFacilityId, useMay, useToday } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { SavedText } from '../../ui/field.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { longDate } from '../../ui/show-date.ts'
import './inspection-day.css'
import { NewPoint } from './inspection-point-form.tsx'
import { PointLine } from './inspection-points.tsx'

/** 「指摘・指導の記録」: what was asked, answered, promised and advised on the day; what has a day becomes work. */
export function InspectionNotes() {
  const { t } = useWords()
  const facility = useFacilityId()
  const view = useView(routes.inspection, facility)
  return (
    <Page
      className="inspection-day"
      title={t('notes.title')}
      tools={
        <Link className="button low" to="/f/$facility/inspection-day" params={{ facility }}>
          {t('inspection.title')}
        </Link>
      }
    >
      <Loaded query={view}>{(loaded) => <Days view={loaded} />}</Loaded>
    </Page>
  )
}

function Days({ view }: { view: InspectionView }) {
  const { t, lang } = useWords()
  const today = date(useToday())
  const mayWrite = useMay('facility:write')
  const [chosen, setChosen] = useState<string>()
  const day = view.inspections.find(({ record }) => record.id === chosen) ?? view.inspections[0]
  const hasToday = view.inspections.some(({ record }) => record.on === today)
  return (
    <div className="stack loose">
      <p>{t('notes.says')}</p>
      {view.inspections.length > 1 && (
        <p className="row no-print">
          {view.inspections.map(({ record }) => (
            <button
              key={record.id}
              type="button"
              className="pill"
              aria-pressed={record.id === day?.record.id}
              onClick={() => setChosen(record.id)}
            >
              {longDate(record.on, lang)}
            </button>
          ))}
        </p>
      )}
      {mayWrite && !hasToday && <Begin today={today} begun={setChosen} />}
      {day ? <Day key={day.record.id} day={day} view={view} mayWrite={mayWrite} /> : <p className="card">{t('notes.none')}</p>}
    </div>
  )
}

function Begin({ today, begun }: { today: CalendarDate; begun: (id: string) => void }) {
  const { t, lang } = useWords()
  const saver = useSaver()
  const [pressed, setPressed] = useState(false)
  function begin(): void {
    if (pressed) return
    setPressed(true)
    // NOTE: named after its day, so that two people who begin at the same time do not make two.
    const id = entityId<InspectionId>(`visit:${today}`)
    begun(id)
    void saver.save([addRecord('inspections', { id, on: today })])
  }
  return (
    <p>
      <button type="button" className="button filled" onClick={begin}>
        {t('notes.begin', { date: longDate(today, lang) })}
      </button>
    </p>
  )
}

function Day({ day, view, mayWrite }: { day: Versioned<Inspection>; view: InspectionView; mayWrite: boolean }) {
  const { t, lang } = useWords()
  const points = view.points.filter(({ record }) => record.inspection === day.record.id)
  const next = Math.max(0, ...points.map(({ record }) => record.order)) + 1
  return (
    <>
      <h2>{longDate(day.record.on, lang)}</h2>
      {points.length === 0 ? (
        <p className="card">{t('notes.noPoints')}</p>
      ) : (
        <ol className="inspection-items">
          {points.map((point) => (
            <PointLine key={point.record.id} point={point} task={view.tasks.find(({ record }) => record.id === point.record.task)} />
          ))}
        </ol>
      )}
      {mayWrite && <NewPoint inspection={day.record.id} order={next} />}
      {mayWrite && <People day={day} />}
      <PrintBoth inspection={day.record.id} />
    </>
  )
}

/** Who was there, and what was said of the whole. */
function People({ day }: { day: Versioned<Inspection> }) {
  const { t } = useWords()
  const saver = useSaver()
  const now = useRecord('inspections', day)
  const save = (field: 'inspectors' | 'present' | 'remarks') => (value: string | undefined) =>
    void saver.save([setFields('inspections', now, { [field]: value })])
  return (
    <section className="card stack no-print">
      <h2>{t('notes.people')}</h2>
      <SavedText label={t('notes.inspectors')} value={now.record.inspectors} save={save('inspectors')} />
      <SavedText label={t('notes.present')} value={now.record.present} save={save('present')} />
      <SavedText label={t('notes.remarks')} value={now.record.remarks} save={save('remarks')} />
    </section>
  )
}

function PrintBoth({ inspection }: { inspection: string }) {
  const { t, lang } = useWords()
  const facility = useFacilityId()
  const input = (kind: string) => ({ params: { facility, kind }, query: { format: 'pdf' as const, lang, id: inspection } })
  return (
    <div className="row no-print">
      <DownloadButton route={routes.makePaper} input={input('visit-record')} name="record-of-the-day.pdf" look="button">
        {t('notes.record')}
      </DownloadButton>
      <DownloadButton route={routes.makePaper} input={input('improvement-report')} name="report-draft.pdf" look="button low">
        {t('notes.report')}
      </DownloadButton>
    </div>
  )
}
