import { type ClientLine, routes } from '@mimamori/contract'
import { Link } from '@tanstack/react-router'
import { useOwnView } from '../../data/queries.ts'
import { Page } from '../../frame/page.tsx'
import { type PlainKey, useWords } from '../../text/words.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { dayOfInstant, lastDayBefore, plainDate } from '../../ui/show-date.ts'
import { kindLabels } from '../facilities/index.ts'
import { SummaryCard } from './summary-card.tsx'
import './shown.css'

/** 見せてもらっている施設: from the coarse values that each facility has left; no picture is opened for it. */
export function ShownList() {
  const { t } = useWords()
  const view = useOwnView(routes.clients, {})
  return (
    <Page title={t('shownTo.title')}>
      <Loaded query={view}>
        {({ clients }) => (
          <div className="stack loose">
            <p>{t('shownTo.says')}</p>
            {clients.length === 0 ? <Nobody /> : <SummaryCard clients={clients} />}
            {clients.length > 0 && <Table clients={clients} />}
          </div>
        )}
      </Loaded>
    </Page>
  )
}

function Nobody() {
  const { t } = useWords()
  return (
    <div className="card stack">
      <p>{t('shownTo.none')}</p>
      <p>
        <Link className="button" to="/invitation">
          {t('invitation.title')}
        </Link>
      </p>
    </div>
  )
}

function Table({ clients }: { clients: readonly ClientLine[] }) {
  const { t } = useWords()
  return (
    <div className="table-frame">
      <table className="table as-cards shown-table">
        <caption className="hidden-words">{t('shownTo.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('shownTo.facility')}</th>
            <th scope="col">{t('shownTo.size')}</th>
            <th scope="col">{t('shownTo.stage')}</th>
            <th scope="col">{t('shownTo.answered')}</th>
            <th scope="col">{t('shownTo.vendors')}</th>
            <th scope="col">{t('shownTo.findings')}</th>
          </tr>
        </thead>
        <tbody>
          {clients.map((client, at) => (
            <Row key={client.relation} client={client} number={at + 1} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Row({ client, number }: { client: ClientLine; number: number }) {
  const { t, lang } = useWords()
  const { relation, name, counts, since, validUntil, madeOn } = client
  const label = name === undefined ? t('shownTo.openUnnamed', { number }) : t('shownTo.open', { name })
  return (
    <tr>
      <th scope="row">
        <Link to="/shown/$relation" params={{ relation }} aria-label={label}>
          {name ?? t('shownTo.unnamed')}
        </Link>
        <span className="source">
          {t('relations.since', { on: dayOfInstant(since, lang) })}
          {validUntil !== undefined && <> {t('relations.until', { on: lastDayBefore(validUntil, lang) })}</>}
        </span>
      </th>
      {counts === undefined ? (
        <td colSpan={5}>{t('shownTo.noCounts')}</td>
      ) : (
        <>
          <td data-name={t('shownTo.size')}>
            <Size kind={counts.kind} band={counts.bedBand} />
          </td>
          <td data-name={t('shownTo.stage')}>{counts.stage === undefined ? '' : t('shownTo.stageOf', { stage: counts.stage })}</td>
          <td data-name={t('shownTo.answered')} className="number">{`${counts.answered}/${counts.items}`}</td>
          <td data-name={t('shownTo.vendors')} className="number">{`${counts.vendorsAnswered}/${counts.vendorsAsked}`}</td>
          <td data-name={t('shownTo.findings')} className="number">
            {`${counts.findings.critical}・${counts.findings.high}・${counts.findings.medium + counts.findings.low}`}
            {madeOn !== undefined && <span className="source">{t('shownTo.onlyNow', { on: plainDate(madeOn, lang) })}</span>}
          </td>
        </>
      )}
    </tr>
  )
}

function Size({ kind, band }: { kind: string | undefined; band: string | undefined }) {
  const { t } = useWords()
  const words: Readonly<Record<string, PlainKey>> = kindLabels
  const word = kind === undefined ? undefined : words[kind]
  return (
    <>
      {word !== undefined && t(word)}
      {band !== undefined && <span className="source">{t('shownTo.beds', { band })}</span>}
    </>
  )
}
