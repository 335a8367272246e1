import { routes, type VendorClientLine, type VendorClientsView } from '@mimamori/contract'
import { addDays, date } from '@mimamori/domain'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ask } from '../../data/api.ts'
import { DownloadButton } from '../../frame/download-button.tsx'
import { Page } from '../../frame/page.tsx'
import { type PlainKey, type Translate, useWords } from '../../text/words.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { monthDay } from '../../ui/show-date.ts'
import { StateChip, type StateName } from '../../ui/state-chip.tsx'
import { countsOf } from './client-counts.ts'
import { VendorFoot } from './vendor-foot.tsx'
import './answering.css'

/** 「納入先一覧」: every client's sheet by due date, with what is next. */
export function Clients() {
  const { t } = useWords()
  const view = useQuery({ queryKey: ['vendorClients'], queryFn: () => ask(routes.vendorClients, {}) })
  const beside = view.data && t('clients.count', { facilities: view.data.facilities, sheets: view.data.lines.length })
  return (
    <Page className="wide" title={t('clients.title')} beside={beside} tools={<ListFile />}>
      <Loaded query={view}>{(loaded) => <Content view={loaded} />}</Loaded>
    </Page>
  )
}

function ListFile() {
  const { t } = useWords()
  return (
    <DownloadButton route={routes.vendorClientsFile} input={{}} name="open-requests.xlsx" look="button low">
      {t('clients.file')}
    </DownloadButton>
  )
}

function Content({ view }: { view: VendorClientsView }) {
  const { t } = useWords()
  return (
    <div className="stack loose">
      {view.lines.length === 0 ? (
        <div className="card stack">
          <h2>{t('clients.none')}</h2>
          <p>{t('clients.none.says')}</p>
        </div>
      ) : (
        <>
          <Counts view={view} />
          <ClientTable lines={view.lines} />
        </>
      )}
      <VendorFoot sees={view.sees} seesNot={view.seesNot} />
    </div>
  )
}

function Counts({ view }: { view: VendorClientsView }) {
  const { t } = useWords()
  const { week, perClient, checking, submitted } = countsOf(view.lines, addDays(date(view.today), 7))
  const all = view.lines.length
  const cards: readonly (readonly [PlainKey, string])[] = [
    ['clients.week', t('clients.sheets', { count: week })],
    ['clients.perClient', t('clients.sheets', { count: perClient })],
    ['clients.checking', t('clients.sheets', { count: checking })],
    ['clients.submitted', t('clients.of', { count: submitted, all })],
  ]
  return (
    <dl className="vendor-counts">
      {cards.map(([name, value]) => (
        <div key={name} className="card">
          <dt>{t(name)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

const stateNames: Readonly<Record<VendorClientLine['state'], StateName>> = {
  untouched: 'untouched',
  standard: 'standard',
  writing: 'writing',
  checking: 'checking',
  'sent-back': 'sent-back',
  asked: 'word-wanted',
  submitted: 'submitted',
}

const stepWords: Readonly<Record<Exclude<VendorClientLine['state'], 'asked'>, PlainKey>> = {
  untouched: 'clients.next.untouched',
  standard: 'clients.next.standard',
  writing: 'clients.next.writing',
  checking: 'clients.next.checking',
  'sent-back': 'clients.next.sentBack',
  submitted: 'clients.next.submitted',
}

function nextStep(t: Translate, { state, asked }: VendorClientLine): string {
  return state === 'asked' ? t('clients.next.asked', { numbers: asked.join(t('list.comma')) }) : t(stepWords[state])
}

function ClientTable({ lines }: { lines: readonly VendorClientLine[] }) {
  const { t, lang } = useWords()
  return (
    <div className="table-frame">
      <table className="table as-cards">
        <caption className="hidden-words">{t('clients.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('clients.facility')}</th>
            <th scope="col">{t('clients.product')}</th>
            <th scope="col" aria-sort="ascending">
              {t('clients.due')} <span aria-hidden="true">▲</span>
            </th>
            <th scope="col">{t('clients.left')}</th>
            <th scope="col">{t('clients.state')}</th>
            <th scope="col">{t('clients.next')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={`${line.relation} ${line.sheet}`}>
              <th scope="row">{line.facility}</th>
              <td data-name={t('clients.product')}>{line.system}</td>
              <td data-name={t('clients.due')} className="number">
                {line.dueOn !== undefined && monthDay(line.dueOn, lang)}
              </td>
              <td data-name={t('clients.left')}>{line.left > 0 && t('clients.items', { count: line.left })}</td>
              <td data-name={t('clients.state')}>
                <StateChip state={stateNames[line.state]} />
              </td>
              <td data-name={t('clients.next')}>
                <Link
                  to="/v/$relation/$sheet"
                  params={{ relation: line.relation, sheet: line.sheet }}
                  aria-label={t('clients.rowLink', { facility: line.facility, step: nextStep(t, line) })}
                >
                  {nextStep(t, line)}
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
