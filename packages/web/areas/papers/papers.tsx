import { type PapersView, routes } from '@mimamori/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useView } from '../../data/queries.ts'
import { DownloadButton } from '../../frame/download-button.tsx'
import { Page } from '../../frame/page.tsx'
import { useFacilityId } from '../../frame/rights.ts'
import { type PlainKey, useWords } from '../../text/words.tsx'
import { Field, ShortChoice } from '../../ui/field.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { dateAndTime, monthName } from '../../ui/show-date.ts'
import { CheckNumber } from './check-number.tsx'
import './papers.css'

/** 書類・検査: what can be made, as which copy, in which form; and what was made. */
export function Papers() {
  const { t } = useWords()
  const facility = useFacilityId()
  const view = useView(routes.papers, facility)
  return (
    <Page title={t('nav.papers')} beside={t('papers.beside')}>
      <Loaded query={view}>
        {(loaded) => (
          <div className="stack loose">
            <ul className="stack papers">
              {loaded.papers.map((paper) => (
                <PaperCard key={paper.kind} paper={paper} />
              ))}
            </ul>
            <CheckNumber />
            <Made made={loaded.made} />
          </div>
        )}
      </Loaded>
    </Page>
  )
}

type Paper = PapersView['papers'][number]
type Copy = Paper['copies'][number]

const formatWords: Readonly<Record<string, PlainKey>> = {
  pdf: 'format.pdf',
  xlsx: 'format.xlsx',
  docx: 'format.docx',
  html: 'format.html',
  zip: 'format.zip',
}
const formats = ['pdf', 'xlsx', 'docx', 'html', 'zip'] as const

function PaperCard({ paper }: { paper: Paper }) {
  const { t, say, lang } = useWords()
  const facility = useFacilityId()
  const client = useQueryClient()
  const [copy, setCopy] = useState<Copy | undefined>(paper.copies[0])
  const [month, setMonth] = useState(paper.months?.[0])
  const choices = paper.copies.map((value) => ({ value, label: t(value === 'on-site' ? 'papers.onSite' : 'papers.handOver') }))
  return (
    <li className="card paper">
      <div>
        <h2>{say(paper.title)}</h2>
        <p className="small second">{say(paper.says)}</p>
        {paper.copies.length > 1 && (
          <>
            <ShortChoice
              legend={t('papers.copy')}
              choices={choices}
              value={copy}
              choose={(value) => setCopy(paper.copies.find((each) => each === value))}
            />
            <p className="source">{t(copy === 'hand-over' ? 'papers.handOver.says' : 'papers.onSite.says')}</p>
          </>
        )}
        {paper.months && (
          <Field label={t('papers.month')}>
            {(props) => (
              <select {...props} value={month} onChange={(event) => setMonth(event.target.value)}>
                {paper.months?.map((one) => (
                  <option key={one} value={one}>
                    {monthName(one, lang)}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
      </div>
      <div className="paper-formats">
        {formats
          .filter((format) => paper.formats.includes(format))
          .map((format, at) => (
            <DownloadButton
              key={format}
              route={routes.makePaper}
              input={{
                params: { facility, kind: paper.kind },
                query: { format, lang, ...(copy !== undefined && { copy }), ...(month !== undefined && { id: month }) },
              }}
              name={`${paper.kind}.${format}`}
              look={at === 0 ? 'button wide' : 'button low wide'}
              kept={() => client.invalidateQueries({ queryKey: [facility] })}
            >
              {t(formatWords[format] ?? 'format.pdf')}
              <span className="hidden-words">{t('papers.of', { paper: say(paper.title) })}</span>
            </DownloadButton>
          ))}
      </div>
    </li>
  )
}

function Made({ made }: { made: PapersView['made'] }) {
  const { t, say, lang } = useWords()
  if (made.length === 0) return null
  return (
    <section className="stack">
      <h2>{t('papers.made')}</h2>
      <div className="table-frame">
        <table className="table as-cards">
          <thead>
            <tr>
              <th scope="col">{t('papers.paper')}</th>
              <th scope="col">{t('papers.at')}</th>
              <th scope="col">{t('papers.checkNumber')}</th>
            </tr>
          </thead>
          <tbody>
            {made.map((each) => (
              <tr key={each.id}>
                <th scope="row">{say(each.title)}</th>
                <td data-name={t('papers.at')}>{dateAndTime(each.at, lang)}</td>
                <td data-name={t('papers.checkNumber')} className="fixed">
                  {each.checkNumber}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
