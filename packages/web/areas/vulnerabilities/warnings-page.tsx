import { routes, type WarningsView } from '@mimamori/contract'
import { date, entityId, type ResponseId } from '@mimamori/domain'
import { Link, useNavigate } from '@tanstack/react-router'
import { addRecord, newId, setFields } from '../../data/changes.ts'
import { useView } from '../../data/queries.ts'
import { useSaver } from '../../data/saving.tsx'
import { Page } from '../../frame/page.tsx'
import { useFacilityId, useMay, useSession, useToday } from '../../frame/rights.ts'
import { SavedNote } from '../../frame/saving-trouble.tsx'
import { useWords } from '../../text/words.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { announce } from '../../ui/say.tsx'
import { longDate, plainDate } from '../../ui/show-date.ts'
import { BackToList } from './back.tsx'
import { NewWarning } from './new-warning.tsx'
import { fromWords, urgencyWords, warningStates } from './warning-words.ts'
import './vulnerabilities.css'

type Line = WarningsView['warnings'][number]

/** 注意喚起: what an association, the ministry or anybody has warned of, and whether it concerns something here. */
export function WarningsPage() {
  const { t } = useWords()
  const mayWrite = useMay('facility:write')
  const view = useView(routes.warnings, useFacilityId())
  return (
    <Page className="column" title={t('warnings.title')} above={<BackToList />} tools={<SavedNote />}>
      <div className="stack">
        <p>{t('warnings.says')}</p>
        <Loaded query={view}>
          {({ warnings }) => (
            <>
              {warnings.length === 0 && <p className="card">{t('warnings.none')}</p>}
              {warnings.map((line) => (
                <OneWarning key={line.warning.record.id} line={line} />
              ))}
            </>
          )}
        </Loaded>
        {mayWrite && <NewWarning />}
      </div>
    </Page>
  )
}

function OneWarning({ line }: { line: Line }) {
  const { t, lang } = useWords()
  const facility = useFacilityId()
  const mayWrite = useMay('facility:write')
  const { record } = line.warning
  return (
    <article className="card stack">
      <h2>{record.title}</h2>
      <p>{record.action}</p>
      <dl className="facts">
        <dt>{t('warnings.issuer')}</dt>
        <dd>{t('warnings.issuerAndKind', { issuer: record.issuer, kind: t(fromWords[record.from]) })}</dd>
        <dt>{t('warnings.receivedOn')}</dt>
        <dd>{plainDate(record.receivedOn, lang)}</dd>
        <dt>{t('column.urgency')}</dt>
        <dd>{t(urgencyWords[record.urgency])}</dd>
        {record.dueOn !== undefined && (
          <>
            <dt>{t('column.due')}</dt>
            <dd>{longDate(record.dueOn, lang)}</dd>
          </>
        )}
        {record.products !== undefined && record.products.length > 0 && (
          <>
            <dt>{t('warnings.products')}</dt>
            <dd>{record.products.join(t('list.comma'))}</dd>
          </>
        )}
        <dt>{t('column.state')}</dt>
        <dd>
          {t(warningStates[line.state])}
          {record.checkedBy !== undefined && record.checkedOn !== undefined && (
            <span className="small second under">{t('step.by', { who: record.checkedBy, date: plainDate(record.checkedOn, lang) })}</span>
          )}
        </dd>
      </dl>
      {line.responses.map((response) => (
        <p key={response}>
          <Link to="/f/$facility/vulnerabilities/responses/$response" params={{ facility, response }}>
            {t('warnings.response')}
          </Link>
        </p>
      ))}
      {mayWrite && <Settle line={line} />}
    </article>
  )
}

/** Somebody looks whether it concerns something here; if it does, it is dealt with like any weakness. */
function Settle({ line: { warning, state } }: { line: Line }) {
  const { t } = useWords()
  const facility = useFacilityId()
  const saver = useSaver()
  const navigate = useNavigate()
  const today = date(useToday())
  const checkedBy = useSession()?.person?.name
  function settle(concerns: 'yes' | 'no'): void {
    void saver.save([setFields('warnings', warning, { concerns, checkedOn: today, ...(checkedBy !== undefined && { checkedBy }) })])
    announce(t('step.kept'))
  }
  async function begin(): Promise<void> {
    const { id, title, dueOn } = warning.record
    const response = entityId<ResponseId>(newId('resp'))
    const due = dueOn !== undefined && { dueOn }
    const outcome = await saver.save([
      addRecord('responses', { id: response, title, assets: [], vendor: 'none', warning: id, openedOn: today, ...due }),
    ])
    if (outcome.kind === 'saved') await navigate({ to: '/f/$facility/vulnerabilities/responses/$response', params: { facility, response } })
  }
  if (state === 'waits')
    return (
      <p className="row no-print">
        <button type="button" className="button" onClick={() => settle('yes')}>
          {t('warnings.concerns')}
        </button>
        <button type="button" className="button" onClick={() => settle('no')}>
          {t('warnings.notConcerned')}
        </button>
      </p>
    )
  if (state === 'concerns')
    return (
      <p className="no-print">
        <button type="button" className="button" onClick={() => void begin()}>
          {t('weak.begin')}
        </button>
      </p>
    )
  return null
}
