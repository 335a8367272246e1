import { type DamageView, routes } from '@mimamori/contract'
import { byId } from '@mimamori/domain'
import { useView } from '../../data/queries.ts'
import { Page } from '../../frame/page.tsx'
import { useFacilityId, useMay } from '../../frame/rights.ts'
import { SavedNote } from '../../frame/saving-trouble.tsx'
import { useWords } from '../../text/words.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { BackToMoney } from './back.tsx'
import { NewQuote } from './new-quote.tsx'
import { QuoteCell } from './quote-cell.tsx'
import './money.css'

/** So many stand side by side, as offices ask for them. */
const columns = [0, 1, 2] as const

/** 見積り: what was offered for each measure, side by side; the one that counts is marked. */
export function QuotesPage() {
  const { t } = useWords()
  const view = useView(routes.damage, useFacilityId())
  return (
    <Page className="wide" title={t('money.quotes.title')} above={<BackToMoney />} tools={<SavedNote />}>
      <Loaded query={view}>{(loaded) => <Content view={loaded} />}</Loaded>
    </Page>
  )
}

function Content({ view }: { view: DamageView }) {
  const { t } = useWords()
  const mayWrite = useMay('facility:write')
  const quoted = view.world.planMeasures.filter(({ id }) => view.quotes.some(({ record }) => record.measure === id))
  return (
    <div className="stack">
      <p>{t('money.quotes.says')}</p>
      {quoted.length === 0 ? <p className="card">{t('money.quotes.none')}</p> : <QuoteTable view={view} measures={quoted} />}
      {mayWrite && <NewQuote view={view} />}
    </div>
  )
}

function QuoteTable({ view, measures }: { view: DamageView; measures: DamageView['world']['planMeasures'] }) {
  const { t, say } = useWords()
  return (
    <div className="table-frame">
      <table className="table as-cards money-quotes">
        <thead>
          <tr>
            <th scope="col">{t('money.quotes.measure')}</th>
            {columns.map((n) => (
              <th key={n} scope="col">
                {t('money.quotes.column', { n: n + 1 })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {measures.map((measure) => {
            const quotes = view.quotes.filter(({ record }) => record.measure === measure.id)
            const here = byId(view.world.measuresHere, measure.id)
            return (
              <tr key={measure.id}>
                <th scope="row">
                  {say(measure.name)}
                  {quotes.length > columns.length && (
                    <span className="source under">{t('money.quotes.more', { count: quotes.length - columns.length })}</span>
                  )}
                </th>
                {columns.map((n) => {
                  const quote = quotes[n]
                  return (
                    <td key={n} data-name={t('money.quotes.column', { n: n + 1 })}>
                      {quote && <QuoteCell quote={quote} view={view} counts={here?.quote === quote.record.id} />}
                    </td>
                  )
                })}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
