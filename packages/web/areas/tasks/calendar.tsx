import { type CalendarFeedView, routes } from '@mimamori/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { ask } from '../../data/api.ts'
import { useView } from '../../data/queries.ts'
import { DownloadButton } from '../../frame/download-button.tsx'
import { Page } from '../../frame/page.tsx'
import { useFacilityId } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { OneOf } from '../../ui/field.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { Problem } from '../../ui/problem.tsx'
import { announce } from '../../ui/say.tsx'
import { longDate } from '../../ui/show-date.ts'
import './tasks.css'

type Shows = NonNullable<CalendarFeedView['feed']>['shows']

/** One's own days in one's own calendar: a secret address, and the dates of the house as a file. */
export function Calendar() {
  const { t } = useWords()
  const facility = useFacilityId()
  const view = useView(routes.calendarFeed, facility)
  return (
    <Page className="column" title={t('calendar.title')}>
      <div className="stack">
        <Loaded query={view}>{(loaded) => <Feed view={loaded} />}</Loaded>
        <section className="card stack">
          <h2>{t('calendar.file')}</h2>
          <p className="small">{t('calendar.file.says')}</p>
          <DownloadButton route={routes.calendarFile} input={{ params: { facility } }} name="mimamori.ics" look="button">
            {t('calendar.file.take')}
          </DownloadButton>
        </section>
      </div>
    </Page>
  )
}

function Feed({ view }: { view: CalendarFeedView }) {
  const { t } = useWords()
  const facility = useFacilityId()
  const client = useQueryClient()
  const [shows, setShows] = useState<Shows>(view.feed?.shows ?? 'neutral')
  const again = () => client.invalidateQueries({ queryKey: [facility] })
  const make = useMutation({
    mutationFn: () => ask(routes.makeCalendarFeed, { params: { facility }, body: { shows } }),
    onSuccess: again,
  })
  const end = useMutation({
    mutationFn: () => ask(routes.endCalendarFeed, { params: { facility } }),
    onSuccess: async () => {
      make.reset()
      announce(t('calendar.ended'))
      await again()
    },
  })
  return (
    <section className="card stack">
      <p>{t('calendar.says')}</p>
      <p className="small">{t('calendar.leaves')}</p>
      {!view.isKnown && (
        <p className="box-note">
          {t('tasks.unknown')}{' '}
          <Link to="/f/$facility/tasks" params={{ facility }} search={{ show: 'mine' }}>
            {t('tasks.self.choose')}
          </Link>
        </p>
      )}
      <Stands view={view} />
      <OneOf
        legend={t('calendar.shows')}
        choices={[
          { value: 'neutral', label: t('calendar.neutral') },
          { value: 'titles', label: t('calendar.titles') },
        ]}
        value={shows}
        choose={(value) => setShows(value === 'titles' ? 'titles' : 'neutral')}
      />
      {shows === 'titles' && <p className="small">{t('calendar.titles.says')}</p>}
      <p className="row">
        <button type="button" className="button filled" onClick={() => !make.isPending && make.mutate()}>
          {t(view.feed ? 'calendar.again' : 'calendar.make')}
        </button>
        {view.feed && (
          <button type="button" className="button low" onClick={() => !end.isPending && end.mutate()}>
            {t('calendar.end')}
          </button>
        )}
      </p>
      {make.data && <Made path={make.data.path} />}
      {make.isError && <Problem error={make.error} />}
      {end.isError && <Problem error={end.error} />}
    </section>
  )
}

function Stands({ view: { feed } }: { view: CalendarFeedView }) {
  const { t, lang } = useWords()
  if (!feed) return <p className="small second">{t('calendar.none')}</p>
  const shows = t(feed.shows === 'titles' ? 'calendar.titles' : 'calendar.neutral')
  return (
    <p className="small">
      {t('calendar.is', { date: longDate(feed.madeAt.slice(0, 10), lang), shows })}{' '}
      {feed.readAt !== undefined && (
        <span className="second">{t('calendar.read', { date: longDate(feed.readAt.slice(0, 10), lang) })}</span>
      )}
    </p>
  )
}

/** Shown this once. */
function Made({ path }: { path: string }) {
  const { t } = useWords()
  const address = `${window.location.origin}${path}`
  return (
    <div className="box-note stack" role="status">
      <p>
        <strong>{t('calendar.made')}</strong>
      </p>
      <p className="fixed secret-address">{address}</p>
      <p className="small">{t('calendar.made.says')}</p>
      <p>
        <button
          type="button"
          className="button"
          onClick={() => void navigator.clipboard.writeText(address).then(() => announce(t('calendar.copied')))}
        >
          {t('calendar.copy')}
        </button>
      </p>
    </div>
  )
}
