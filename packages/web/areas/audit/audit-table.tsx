import type { AuditLine } from '@mimamori/contract'
import { useWords } from '../../text/words.tsx'
import { dateAndTime } from '../../ui/show-date.ts'

export function AuditTable({ lines }: { lines: readonly AuditLine[] }) {
  const { t, say, lang } = useWords()
  if (lines.length === 0) return <p className="card">{t('audit.none')}</p>
  return (
    <div className="table-frame">
      <table className="table as-cards">
        <caption className="hidden-words">{t('audit.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('audit.at')}</th>
            <th scope="col">{t('audit.who')}</th>
            <th scope="col">{t('audit.what')}</th>
            <th scope="col">{t('audit.source')}</th>
            <th scope="col">{t('audit.number')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.seq}>
              <th scope="row">{dateAndTime(line.at, lang)}</th>
              <td data-name={t('audit.who')}>{say(line.who)}</td>
              <td data-name={t('audit.what')}>
                {say(line.what)}
                {line.about !== undefined && <> — {line.about}</>}
                {line.details.length > 0 && <span className="source"> {line.details.map(say).join('、')}</span>}
              </td>
              <td data-name={t('audit.source')} className="fixed">
                {line.from ?? '—'}
              </td>
              <td data-name={t('audit.number')} className="number">
                {line.seq}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
