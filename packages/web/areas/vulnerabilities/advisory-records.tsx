import type { AdvisoryView } from '@mimamori/contract'
import { useWords } from '../../text/words.tsx'
import { plainDate } from '../../ui/show-date.ts'
import { sourceWords } from './match-words.ts'

/** What each publisher says, in its own words; below the devices, because the next step does not need it. */
export function AdvisoryRecords({ records }: { records: AdvisoryView['records'] }) {
  const { t } = useWords()
  return (
    <section className="stack">
      <h2>{t('weak.advisory.records')}</h2>
      {records.map((record) => (
        <Published key={`${record.feed} ${record.id}`} record={record} />
      ))}
    </section>
  )
}

function Published({ record }: { record: AdvisoryView['records'][number] }) {
  const { t, lang } = useWords()
  const { feed, id, title, titleLang, publishedOn, scores, remedies, links, unread } = record
  return (
    <article className="card stack">
      <h3>{t('weak.source', { feed: t(sourceWords[feed]), id })}</h3>
      <p lang={titleLang}>{title}</p>
      {publishedOn !== undefined && (
        <p className="small second">{t('weak.advisory.published', { date: plainDate(publishedOn.slice(0, 10), lang) })}</p>
      )}
      {remedies.length > 0 && (
        <ul className="small">
          {remedies.map((remedy) => (
            <li key={remedy.text}>{remedy.text}</li>
          ))}
        </ul>
      )}
      {scores.length > 0 && (
        <ul className="small">
          {scores.map(({ version, base, from }) => (
            <li key={`${version} ${from}`}>{t('weak.advisory.score', { version, base, from })}</li>
          ))}
        </ul>
      )}
      {unread.length > 0 && <p className="small">{t('weak.advisory.unread', { count: unread.length })}</p>}
      {links.length > 0 && (
        <details className="small">
          <summary>{t('weak.advisory.links', { count: links.length })}</summary>
          <ul>
            {/* NOTE: addresses of strangers are told and not linked: from a closed network they lead nowhere. */}
            {links.map((link) => (
              <li key={link} className="fixed">
                {link}
              </li>
            ))}
          </ul>
        </details>
      )}
    </article>
  )
}
