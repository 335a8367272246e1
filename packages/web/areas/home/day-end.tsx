import { routes } from '@mimamori/contract'
import { Link } from '@tanstack/react-router'
import { useView } from '../../data/queries.ts'
import { DownloadButton } from '../../frame/download-button.tsx'
import { Page } from '../../frame/page.tsx'
import { useFacilityId, useMay } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { longDate } from '../../ui/show-date.ts'
import { Waiting } from './today-side.tsx'
import './today.css'

/** 「今日はここまで」: what was done, who is waited for, which day comes next, and the page for the director. */
export function DayEnd() {
  const { t, say, lang } = useWords()
  const facility = useFacilityId()
  const end = useView(routes.dayEnd, facility)
  const home = useView(routes.home, facility).data
  const mayWrite = useMay('facility:write')
  const mayPrint = useMay('paper:make')
  return (
    <Page className="column" title={t('dayEnd.title')}>
      <Loaded query={end}>
        {({ done, next }) => (
          <div className="stack">
            <section className="card">
              <h2>{t('dayEnd.done')}</h2>
              {done.length === 0 && <p>{t('dayEnd.nothing')}</p>}
              <ul>
                {done.map((text) => (
                  <li key={text.ja}>{say(text)}</li>
                ))}
              </ul>
            </section>
            {home && home.waiting.length > 0 && <Waiting home={home} />}
            {next.length > 0 && (
              <section className="card">
                <h2>{t('dayEnd.next')}</h2>
                <ul>
                  {next.map(({ on, text }) => (
                    <li key={`${on} ${text.ja}`}>
                      <strong>{longDate(on, lang)}</strong> {say(text)}
                    </li>
                  ))}
                </ul>
              </section>
            )}
            <p className="row fills">
              {mayPrint && (
                <DownloadButton
                  route={routes.makePaper}
                  input={{ params: { facility, kind: 'board' }, query: { format: 'pdf' } }}
                  name="board.pdf"
                  look="button filled"
                >
                  {t('dayEnd.print', { head: home ? say(home.facility.head) : '' })}
                </DownloadButton>
              )}
              {mayWrite && (
                <Link className="button" to="/f/$facility/history" params={{ facility }}>
                  {t('history.title')}
                </Link>
              )}
              <Link className="button" to="/f/$facility/today" params={{ facility }}>
                {t('dayEnd.back')}
              </Link>
            </p>
          </div>
        )}
      </Loaded>
    </Page>
  )
}
