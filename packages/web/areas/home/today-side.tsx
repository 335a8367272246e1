import { type HomeView, routes } from '@mimamori/contract'
import { Link } from '@tanstack/react-router'
import { useView } from '../../data/queries.ts'
import { useFacilityId, useMay } from '../../frame/rights.ts'
import { type PlainKey, useWords } from '../../text/words.tsx'
import { ItemNumber } from '../../ui/marks.tsx'
import { longDate } from '../../ui/show-date.ts'
import { StateChip } from '../../ui/state-chip.tsx'
import { WeakNow } from '../vulnerabilities/index.ts'
import { splitTasks } from './split-tasks.ts'

/** Beside the tasks: the next date, what is waited for, the stage. */
export function TodaySide({ home }: { home: HomeView }) {
  const mayWrite = useMay('facility:write')
  return (
    <div className="stack">
      {!mayWrite && <WhoCan />}
      {home.inspection && <Inspection inspection={home.inspection} />}
      {home.editionMissing && !isForToday(home, 'edition') && <EditionMissing home={home} missing={home.editionMissing} />}
      {home.counts.weak > 0 && <WeakNow />}
      {home.fromVendors.length > 0 && <FromVendors lines={home.fromVendors} />}
      {home.waiting.length > 0 && <Waiting home={home} />}
      {home.level && <Stage level={home.level} />}
    </div>
  )
}

function isForToday(home: HomeView, task: string): boolean {
  return splitTasks(home.tasks, home.notToday).today.some(({ id }) => id === task)
}

/** For those who only read: who can do it. */
function WhoCan() {
  const { t } = useWords()
  const facility = useFacilityId()
  const people = useView(routes.facts, facility).data?.people ?? []
  const manager = people.find(({ record }) => record.roles?.includes('safety-manager'))?.record
  return (
    <p className="card small">
      {manager ? t('rights.ask', { name: manager.name, extension: manager.extension ?? '―' }) : t('rights.none')}
    </p>
  )
}

function Inspection({ inspection }: { inspection: NonNullable<HomeView['inspection']> }) {
  const { t, lang } = useWords()
  const facility = useFacilityId()
  return (
    <section className="card until">
      <div>
        <h2>{t('today.inspection')}</h2>
        <p className="small second">{longDate(inspection.on, lang)}</p>
        <Link className="small" to="/f/$facility/papers" params={{ facility }}>
          {t('today.pack')}
        </Link>{' '}
        <Link className="small" to="/f/$facility/inspection-day" params={{ facility }}>
          {t('inspection.title')}
        </Link>
      </div>
      <p className="big-number">
        {inspection.days} <span>{t('unit.days', { days: inspection.days })}</span>
      </p>
    </section>
  )
}

function EditionMissing({ home, missing }: { home: HomeView; missing: NonNullable<HomeView['editionMissing']> }) {
  const { t, say } = useWords()
  const facility = useFacilityId()
  return (
    <section className="card stack">
      <h2>{t('today.editionMissing', { edition: say(missing.short) })}</h2>
      <p className="small">{t('today.editionMissing.says', { now: say(home.edition.short) })}</p>
      <Link className="small" to="/f/$facility/edition" params={{ facility }}>
        {t('today.chooseExcel')}
      </Link>
    </section>
  )
}

/** What vendors have sent: to be answered on the page of the vendors. */
function FromVendors({ lines }: { lines: HomeView['fromVendors'] }) {
  const { t, lang } = useWords()
  const facility = useFacilityId()
  const words = { 'contact-change': 'today.contactChange', 'visit-asked': 'today.visitAsked', 'visit-agreed': 'today.visitAgreed' } as const
  return (
    <section className="card">
      <h2>{t('today.fromVendors')}</h2>
      <ul className="waiting-list">
        {lines.map(({ id, kind, vendorName, on, hours }) => (
          <li key={id}>
            <span>
              <Link to="/f/$facility/vendors" params={{ facility }} hash="from-vendors">
                {vendorName}
              </Link>{' '}
              <span className="second">
                {t(words[kind], { date: on === undefined ? '' : longDate(on, lang) })} {hours}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Who is waited for; that there is nothing to do is said only where nobody has to be asked again. */
export function Waiting({ home }: { home: HomeView }) {
  const { t, say } = useWords()
  const facility = useFacilityId()
  return (
    <section className="card">
      <h2>{t('today.waiting')}</h2>
      <ul className="waiting-list">
        {home.waiting.map((line) => (
          <li key={`${line.vendor} ${line.sheet ?? ''} ${line.task ?? ''} ${line.response ?? ''}`}>
            <span>
              {line.task !== undefined ? (
                <Link to="/f/$facility/tasks/$task" params={{ facility, task: line.task }}>
                  {line.vendorName}
                </Link>
              ) : line.response !== undefined ? (
                <Link to="/f/$facility/vulnerabilities/responses/$response" params={{ facility, response: line.response }}>
                  {line.vendorName}
                </Link>
              ) : line.sheet === undefined ? (
                line.vendorName
              ) : (
                <Link to="/f/$facility/vendors/$sheet/ask" params={{ facility, sheet: line.sheet }}>
                  {line.vendorName}
                </Link>
              )}{' '}
              <span className="second">{say(line.what)}</span>
            </span>
            {line.task === undefined ? <StateChip state="vendor-silent" days={line.days} /> : <StateChip state="told" />}
          </li>
        ))}
      </ul>
      {home.waiting.every((line) => line.due !== true) && <p className="small second">{t('today.waiting.says')}</p>}
    </section>
  )
}

const stageNames: readonly PlainKey[] = ['stage.one', 'stage.two', 'stage.three']

/** Where one stands, and what is missing; never a percentage. */
function Stage({ level }: { level: NonNullable<HomeView['level']> }) {
  const { t, say } = useWords()
  const facility = useFacilityId()
  const missing = level.missing.filter((each) => each.stage === level.next)
  return (
    <section className="card">
      <h2>
        {t('stage.title')} <span className="source">{t('stage.ours')}</span>
      </h2>
      <ol className="stages">
        {stageNames.map((name, at) => (
          <li key={name}>
            <span className={at < level.reached ? 'reached' : undefined} aria-hidden="true" />
            {t(name)}
            {at < level.reached && <span className="hidden-words">{t('stage.reached')}</span>}
          </li>
        ))}
      </ol>
      {level.next === undefined ? (
        <p className="small">{t('stage.top')}</p>
      ) : (
        <p className="small">{t('stage.missing', { count: missing.length, stage: level.next })}</p>
      )}
      {missing.length > 0 && (
        <details className="small">
          <summary>{t('stage.which')}</summary>
          <ul className="stack">
            {missing.map((each) => (
              <li key={`${each.item} ${each.stage}`}>
                <Link to="/f/$facility/checklist" params={{ facility }} search={{ mode: 'one', item: each.item }}>
                  <ItemNumber number={each.number} />
                </Link>{' '}
                {say(each.says)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
