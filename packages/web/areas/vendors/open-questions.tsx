import { type OpenQuestionsView, routes } from '@mimamori/contract'
import { Link } from '@tanstack/react-router'
import { useView } from '../../data/queries.ts'
import { DownloadButton } from '../../frame/download-button.tsx'
import { Page } from '../../frame/page.tsx'
import { useFacilityId } from '../../frame/rights.ts'
import { TargetLink } from '../../frame/target-link.tsx'
import { useWords } from '../../text/words.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { shortDate } from '../../ui/show-date.ts'
import './vendors.css'

type Group = OpenQuestionsView['groups'][number]

/** 「聞くこと・確かめること」: everything that is not known yet, by whom to ask. */
export function OpenQuestions() {
  const { t } = useWords()
  const facility = useFacilityId()
  const view = useView(routes.openQuestions, facility)
  const counts = view.data?.counts
  return (
    <Page
      title={t('open.title')}
      beside={counts && t('open.beside', { vendors: counts.vendors, house: counts.house })}
      tools={
        <DownloadButton
          route={routes.makePaper}
          input={{ params: { facility, kind: 'open-questions' }, query: { format: 'pdf' } }}
          name="questions.pdf"
          look="button low"
        >
          {t('open.print')}
        </DownloadButton>
      }
    >
      <Loaded query={view}>
        {({ groups }) =>
          groups.length === 0 ? (
            <p className="card">{t('open.none')}</p>
          ) : (
            <div className="stack loose">
              {groups.map((group) => (
                <QuestionList key={`${group.whom} ${group.vendorName ?? ''} ${group.sheet ?? ''}`} group={group} />
              ))}
            </div>
          )
        }
      </Loaded>
    </Page>
  )
}

function QuestionList({ group }: { group: Group }) {
  const { t } = useWords()
  const facility = useFacilityId()
  const title =
    group.whom === 'vendor'
      ? t('open.ofVendor', { vendor: group.vendorName ?? '' })
      : t(group.whom === 'house' ? 'open.ofHouse' : 'open.ofSome')
  return (
    <section className="card stack">
      <div className="row">
        <h2>{title}</h2>
        {group.sheet !== undefined && (
          <Link className="button low" to="/f/$facility/vendors/$sheet/ask" params={{ facility, sheet: group.sheet }}>
            {t('open.ask')}
          </Link>
        )}
        {group.whom !== 'house' && group.sheet === undefined && (
          <Link className="button low" to="/f/$facility/vendors" params={{ facility }}>
            {t('open.vendors')}
          </Link>
        )}
      </div>
      <ul className="open-questions">
        {group.questions.map((question) => (
          <QuestionLine key={question.id} question={question} />
        ))}
      </ul>
    </section>
  )
}

function QuestionLine({ question }: { question: Group['questions'][number] }) {
  const { t, say, lang } = useWords()
  const facility = useFacilityId()
  const { since, askedOn } = question
  return (
    <li>
      <TargetLink facility={facility} target={question.target} className="">
        {say(question.text)}
      </TargetLink>{' '}
      <span className="source">
        {since !== undefined && t('open.since', { date: shortDate(since, lang) })}{' '}
        {askedOn !== undefined && t('open.asked', { date: shortDate(askedOn, lang) })}
      </span>
    </li>
  )
}

/** What else to ask this vendor, beside the ways of asking. */
export function QuestionsFor({ vendor }: { vendor: string }) {
  const { t, say } = useWords()
  const facility = useFacilityId()
  const view = useView(routes.openQuestions, facility).data
  const questions = (view?.groups ?? []).flatMap((group) => group.questions).filter((question) => question.vendors.includes(vendor))
  if (questions.length === 0) return null
  return (
    <div className="box-note">
      <p>
        <strong>{t('open.also')}</strong>
      </p>
      <ul className="open-questions">
        {questions.map((question) => (
          <li key={question.id}>{say(question.text)}</li>
        ))}
      </ul>
    </div>
  )
}
