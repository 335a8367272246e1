import { type FindingLine, type FindingsView, routes } from '@mimamori/contract'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useView } from '../../data/queries.ts'
import { Page } from '../../frame/page.tsx'
import { useFacilityId, useToday } from '../../frame/rights.ts'
import { type Key, useWords } from '../../text/words.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { monthDay } from '../../ui/show-date.ts'
import { FindingTable } from './finding-table.tsx'
import './findings.css'
import { byItem, byUrgency, countByWho, foldUnanswered, splitByState, type Who, whoOf } from './order.ts'

const here = getRouteApi('/f/$facility/findings')

/** 気づき: what, who, by when, why. */
export function Findings() {
  const { t } = useWords()
  const facility = useFacilityId()
  const view = useView(routes.findings, facility, { query: {} })
  const answered = useView(routes.home, facility).data?.counts.answered ?? 1
  const { shown: open, folded } = foldUnanswered(view.data ? splitByState(view.data.findings).open : [], answered)
  const today = open.filter((line) => line.urgency === 3).length
  const beside =
    view.data && open.length > 0
      ? today > 0
        ? t('findings.beside', { count: open.length, today })
        : t('findings.besideNone', { count: open.length })
      : undefined
  return (
    <Page className="wide" title={t('nav.findings')} beside={beside} tools={<AsOf />}>
      <Loaded query={view}>{(loaded) => <Content view={loaded} open={open} folded={folded} />}</Loaded>
    </Page>
  )
}

function AsOf() {
  const { t, lang } = useWords()
  const today = useToday()
  return <span className="small second">{t('findings.asOf', { date: monthDay(today, lang) })}</span>
}

function Content({ view, open, folded }: { view: FindingsView; open: readonly FindingLine[]; folded: number }) {
  const { t } = useWords()
  const { who, group, accepted } = here.useSearch()
  const { accepted: left, gone } = splitByState(view.findings)
  const asked = accepted === true ? [...left, ...gone] : open
  const shown = who === undefined ? asked : asked.filter((line) => whoOf(line) === who)
  if (view.findings.length === 0)
    return <p className="card">{t(view.unanswered > 0 ? 'findings.none' : 'findings.noneAtAll', { count: view.unanswered })}</p>
  return (
    <div className="stack">
      <Filters open={open} left={left.length + gone.length} />
      {folded > 0 && <NotBegun count={folded} />}
      {shown.length === 0 && folded > 0 ? null : shown.length === 0 ? (
        <p className="card">
          {t('findings.noMatch')} <ShowAll />
        </p>
      ) : group === 'item' ? (
        byItem(shown).map((each) => (
          <section key={each.key} className="stack">
            <h2>{each.key === '' ? t('findings.noItem') : t('findings.ofItem', { number: each.key })}</h2>
            <FindingTable lines={each.lines} />
          </section>
        ))
      ) : (
        <FindingTable lines={byUrgency(shown)} />
      )}
    </div>
  )
}

/** One line for the whole sheet until answering has begun. */
function NotBegun({ count }: { count: number }) {
  const { t } = useWords()
  const facility = useFacilityId()
  return (
    <p className="card row">
      <span>{t('findings.notBegun', { count })}</span>
      <Link className="button low" to="/f/$facility/checklist" params={{ facility }}>
        {t('findings.begin')}
      </Link>
    </p>
  )
}

function ShowAll() {
  const { t } = useWords()
  const facility = useFacilityId()
  return (
    <Link to="/f/$facility/findings" params={{ facility }} search={{}}>
      {t('findings.showAll')}
    </Link>
  )
}

const whoWords = { facility: 'findings.facility', vendor: 'findings.vendor', both: 'findings.both' } as const satisfies Readonly<
  Record<Who, Key>
>

function Filters({ open, left }: { open: readonly FindingLine[]; left: number }) {
  const { t, say } = useWords()
  const facility = useFacilityId()
  const search = here.useSearch()
  const us = useView(routes.home, facility).data?.facility.us
  const counts = countByWho(open)
  const to = '/f/$facility/findings' as const
  const { who: _who, ...withoutWho } = search
  const { group: _group, ...withoutGroup } = search
  return (
    <div className="row filters no-print">
      <nav className="row" aria-label={t('findings.who')}>
        <Link className="pill" to={to} params={{ facility }} search={withoutWho} activeOptions={{ exact: true, includeSearch: true }}>
          {t('findings.all', { count: open.length })}
        </Link>
        {(['facility', 'vendor', 'both'] as const).map((who) => (
          <Link
            key={who}
            className="pill"
            to={to}
            params={{ facility }}
            search={{ ...search, who }}
            activeOptions={{ exact: true, includeSearch: true }}
          >
            {t(whoWords[who], { count: counts[who], us: us ? say(us) : t('joined.us') })}
          </Link>
        ))}
      </nav>
      <span className="row">
        <span className="small second" id="group-by">
          {t('findings.group')}
        </span>
        <nav className="switch" aria-labelledby="group-by">
          <Link to={to} params={{ facility }} search={withoutGroup} aria-current={search.group === undefined ? 'page' : undefined}>
            {t('column.urgency')}
          </Link>
          <Link
            to={to}
            params={{ facility }}
            search={{ ...search, group: 'item' }}
            aria-current={search.group === 'item' ? 'page' : undefined}
          >
            {t('column.item')}
          </Link>
        </nav>
      </span>
      {left > 0 && (
        <Link className="small left-ones" to={to} params={{ facility }} search={search.accepted === true ? {} : { accepted: true }}>
          {search.accepted === true ? t('findings.backToOpen') : t('findings.left', { count: left })}
        </Link>
      )}
    </div>
  )
}
