import { type FeedsView, routes } from '@mimamori/contract'
import { useView } from '../../data/queries.ts'
import { Page } from '../../frame/page.tsx'
import { useFacilityId } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { dateAndTime, plainDate } from '../../ui/show-date.ts'
import { BackToList } from './back.tsx'
import { useFeeds } from './feeds-line.tsx'
import { dayOfFeed } from './known-until.ts'
import { feedWords, sourceWords } from './match-words.ts'
import './vulnerabilities.css'

type Feed = FeedsView['feeds'][number]

/** 情報の取り込み状況: what is known, how old it is, how to bring more in, and what could not be read. */
export function FeedsPage() {
  const { t } = useWords()
  return (
    <Page className="wide" title={t('feeds.title')} above={<BackToList />}>
      <Loaded query={useFeeds()}>{({ feeds, readAgain }) => <Content feeds={feeds} readAgain={readAgain} />}</Loaded>
    </Page>
  )
}

/** Where nothing has been brought in, how to do so comes first, and nothing is said of what was read. */
function Content({ feeds, readAgain }: FeedsView) {
  const { t } = useWords()
  const isEmpty = feeds.every(({ records }) => records === 0)
  return (
    <div className="stack loose">
      {readAgain && <p className="box-note">{t('feeds.readAgain')}</p>}
      {isEmpty && <How />}
      <Feeds feeds={feeds} />
      {!isEmpty && <How />}
      {!isEmpty && <Unread />}
    </div>
  )
}

function How() {
  const { t } = useWords()
  return (
    <section className="card stack">
      <h2>{t('feeds.how')}</h2>
      <p>{t('feeds.how.which')}</p>
      <p>{t('feeds.how.says')}</p>
      <p className="fixed">mimamori feeds import {t('feeds.how.files')}</p>
      <p className="small second">{t('feeds.how.kinds')}</p>
    </section>
  )
}

function Feeds({ feeds }: { feeds: readonly Feed[] }) {
  const { t } = useWords()
  return (
    <div className="table-frame">
      <table className="table as-cards">
        <caption className="hidden-words">{t('feeds.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('feeds.name')}</th>
            <th scope="col">{t('feeds.asOf')}</th>
            <th scope="col">{t('feeds.takenAt')}</th>
            <th scope="col" className="right">
              {t('feeds.records')}
            </th>
            <th scope="col">{t('column.state')}</th>
          </tr>
        </thead>
        <tbody>
          {feeds.map((feed) => (
            <FeedRow key={feed.feed} feed={feed} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

const grouped = new Intl.NumberFormat('en')

function FeedRow({ feed }: { feed: Feed }) {
  const { t, say, lang } = useWords()
  const day = feed.records > 0 ? dayOfFeed(feed) : undefined
  return (
    <tr>
      <th scope="row">{t(feedWords[feed.feed])}</th>
      <td data-name={t('feeds.asOf')}>{day !== undefined && plainDate(day, lang)}</td>
      <td data-name={t('feeds.takenAt')}>{feed.takenAt !== undefined && dateAndTime(feed.takenAt, lang)}</td>
      <td data-name={t('feeds.records')} className="right">
        {grouped.format(feed.records)}
      </td>
      <td data-name={t('column.state')}>
        {feed.problem ? (
          <>
            <strong>{t('feeds.problem')}</strong> {say(feed.problem.message)} {say(feed.problem.action)}
          </>
        ) : (
          t(feed.records === 0 ? 'feeds.empty' : feed.isFetched ? 'feeds.fetched' : 'feeds.carriedIn')
        )}
      </td>
    </tr>
  )
}

/** What speaks of products here and could not be read wholly: a person must look. */
function Unread() {
  const { t } = useWords()
  const view = useView(routes.unreadAdvisories, useFacilityId())
  return (
    <section className="stack">
      <h2>{t('unread.title')}</h2>
      <Loaded query={view}>
        {({ unread, left }) =>
          unread.length === 0 ? (
            <p className="card">{t('unread.none')}</p>
          ) : (
            <>
              <p>{t('unread.says')}</p>
              {unread.map((one) => (
                <article key={`${one.feed} ${one.id}`} className="card stack">
                  <h3>{t('weak.source', { feed: t(sourceWords[one.feed]), id: one.id })}</h3>
                  <p lang={one.titleLang}>{one.title}</p>
                  <ul className="small">
                    {one.parts.map(({ why, text }) => (
                      <li key={`${why} ${text}`}>{t('unread.part', { text })}</li>
                    ))}
                  </ul>
                </article>
              ))}
              {left > 0 && <p className="small second">{t('weak.left', { count: left })}</p>}
            </>
          )
        }
      </Loaded>
    </section>
  )
}
