import { type Acceptance, type AcceptancesView, routes } from '@mimamori/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ask } from '../../data/api.ts'
import { setFields } from '../../data/changes.ts'
import { useView } from '../../data/queries.ts'
import { useRecord, useSaver } from '../../data/saving.tsx'
import { Page } from '../../frame/page.tsx'
import { useFacilityId, useMay } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { Problem } from '../../ui/problem.tsx'
import { announce } from '../../ui/say.tsx'
import { longDate, shortDate } from '../../ui/show-date.ts'
import { StateChip } from '../../ui/state-chip.tsx'
import { AcceptForm } from '../findings/index.ts'
import { WaitingApproval } from '../vendors/index.ts'
import './tasks.css'

type Left = AcceptancesView['left'][number]

/** 承知のうえで見送り: what is left, who decided it, until when; renewed, ended, and what waits for approval. */
export function Acceptances() {
  const { t } = useWords()
  const facility = useFacilityId()
  const view = useView(routes.acceptances, facility)
  return (
    <Page className="wide" title={t('acceptances.title')}>
      <Loaded query={view}>{(loaded) => <Content view={loaded} />}</Loaded>
    </Page>
  )
}

function Content({ view }: { view: AcceptancesView }) {
  const { t, say, lang } = useWords()
  const facility = useFacilityId()
  return (
    <div className="stack loose">
      <p>{t('acceptances.says')}</p>
      {view.left.length === 0 ? <p className="card">{t('acceptances.none')}</p> : <LeftTable view={view} />}
      {view.waiting.length > 0 && <Waiting waiting={view.waiting} />}
      {view.ended.length > 0 && (
        <section className="stack">
          <h2>{t('acceptances.ended')}</h2>
          <ul className="stack">
            {view.ended.map((one) => (
              <li key={one.finding}>
                <Link to="/f/$facility/finding" params={{ facility }} search={{ id: one.finding }}>
                  {t('acceptances.ended.line', { title: say(one.title), date: longDate(one.until, lang), name: one.by })}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Rule view={view} />
    </div>
  )
}

function LeftTable({ view }: { view: AcceptancesView }) {
  const { t } = useWords()
  const mayAccept = useMay('checklist:submit')
  return (
    <div className="table-frame">
      <table className="table as-cards task-table">
        <caption className="hidden-words">{t('acceptances.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('acceptances.finding')}</th>
            <th scope="col">{t('acceptances.until')}</th>
            <th scope="col">{t('acceptances.by')}</th>
            <th scope="col">{t('acceptances.why')}</th>
            {mayAccept && <th scope="col">{t('acceptances.act')}</th>}
          </tr>
        </thead>
        <tbody>
          {view.left.map((one) => (
            <LeftRow key={one.finding} left={one} needsApproval={view.needsApproval} mayAccept={mayAccept} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function LeftRow({ left, needsApproval, mayAccept }: { left: Left; needsApproval: boolean; mayAccept: boolean }) {
  const { t, say, lang } = useWords()
  const facility = useFacilityId()
  return (
    <tr>
      <th scope="row">
        <Link to="/f/$facility/finding" params={{ facility }} search={{ id: left.finding }}>
          {say(left.title)}
        </Link>
      </th>
      <td data-name={t('acceptances.until')} className="number">
        {shortDate(left.until, lang)} {left.endsSoon && <strong>{t('acceptances.soon')}</strong>}
      </td>
      <td data-name={t('acceptances.by')}>{left.by}</td>
      <td data-name={t('acceptances.why')} className="why">
        {left.why}
      </td>
      {mayAccept && (
        <td data-name={t('acceptances.act')}>
          {left.awaitsApproval ? (
            <StateChip state="awaiting-approval" />
          ) : (
            <AcceptForm
              finding={left.finding}
              accepted={acceptanceOf(left)}
              needsApproval={needsApproval}
              open={{ word: t('acceptances.renew'), label: t('acceptances.renewOf', { title: say(left.title) }) }}
            />
          )}
          <End left={left} />
        </td>
      )}
    </tr>
  )
}

function acceptanceOf({ until, by, why }: Left): Acceptance {
  return { until, by, why }
}

function End({ left }: { left: Left }) {
  const { t, say } = useWords()
  const facility = useFacilityId()
  const client = useQueryClient()
  const end = useMutation({
    mutationFn: () => ask(routes.endAcceptance, { params: { facility }, body: { id: left.finding, seen: acceptanceOf(left) } }),
    onSuccess: async () => {
      announce(t('acceptances.ended.kept'))
      await client.invalidateQueries({ queryKey: [facility] })
    },
    onError: () => client.invalidateQueries({ queryKey: [facility] }),
  })
  return (
    <>
      <button
        type="button"
        className="text-button"
        aria-label={t('acceptances.endOf', { title: say(left.title) })}
        onClick={() => !end.isPending && end.mutate()}
      >
        {t('acceptances.end')}
      </button>
      {end.isError && <Problem error={end.error} />}
    </>
  )
}

function Waiting({ waiting }: { waiting: AcceptancesView['waiting'] }) {
  const { t, lang } = useWords()
  return (
    <section className="stack">
      <h2>{t('acceptances.waiting')}</h2>
      <p className="small second">{t('acceptances.waiting.says')}</p>
      {waiting.map(({ approval, boxes }) => {
        const { id, title, draftedBy = '', draftedOn, until, why } = approval.record
        const values = { by: draftedBy, date: longDate(draftedOn, lang), until: until === undefined ? '' : longDate(until, lang) }
        return (
          <section key={id} className="card stack">
            <h3>{title}</h3>
            <p className="small">{t('acceptances.draft', values)}</p>
            {why !== undefined && <p className="small second">{why}</p>}
            <WaitingApproval approval={approval} boxes={boxes} />
          </section>
        )
      })}
    </section>
  )
}

/** Whether the facility asks for an approval. */
function Rule({ view: { facility } }: { view: AcceptancesView }) {
  const { t } = useWords()
  const mayAccept = useMay('checklist:submit')
  if (!facility || !mayAccept) return null
  return (
    <section className="card stack no-print">
      <h2>{t('acceptances.rule')}</h2>
      <RuleTick facility={facility} />
    </section>
  )
}

function RuleTick({ facility: stored }: { facility: NonNullable<AcceptancesView['facility']> }) {
  const { t } = useWords()
  const saver = useSaver()
  const facility = useRecord('facility', stored)
  const keep = (isDemanded: boolean) => saver.save([setFields('facility', facility, { acceptanceApproval: isDemanded ? 'yes' : 'no' })])
  return (
    <label className="tick">
      <input type="checkbox" checked={facility.record.acceptanceApproval === 'yes'} onChange={(event) => void keep(event.target.checked)} />{' '}
      {t('acceptances.rule.tick')}
    </label>
  )
}
