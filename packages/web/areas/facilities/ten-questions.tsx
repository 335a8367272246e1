import { type FactsView, routes, type TenQuestionView } from '@mimamori/contract'
import { readMarks, withMark } from '@mimamori/domain'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { ask } from '../../data/api.ts'
import { setFields } from '../../data/changes.ts'
import { useView } from '../../data/queries.ts'
import { useRecord, useRecords, useSaver } from '../../data/saving.tsx'
import { Page } from '../../frame/page.tsx'
import { useFacilityId, useToday } from '../../frame/rights.ts'
import { SavedNote } from '../../frame/saving-trouble.tsx'
import { useWords } from '../../text/words.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { QuestionBody } from './question-body.tsx'
import './ten-questions.css'
import { TenQuestionsEnd } from './ten-questions-end.tsx'
import { minutesLeft, neighbour, questionNumbers, questionState, resumeAt } from './ten-questions-state.ts'

/** 「はじめの10の質問」: one per screen, saved as one goes, left and come back to at any time. */
export function TenQuestions() {
  const facility = useFacilityId()
  const facts = useView(routes.facts, facility)
  const questions = useQuery({
    queryKey: ['ten-questions'],
    queryFn: () => ask(routes.tenQuestions, {}),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <Loaded query={questions}>{(texts) => <Loaded query={facts}>{(view) => <Question facts={view} questions={texts} />}</Loaded>}</Loaded>
  )
}

/** The facts with what was typed a moment ago. */
function useLiveFacts(facts: FactsView): FactsView {
  return {
    ...facts,
    facility: useRecord('facility', facts.facility),
    people: [...useRecords('people', facts.people)],
    services: [...useRecords('services', facts.services)],
    vendors: [...useRecords('vendors', facts.vendors)],
    systems: [...useRecords('systems', facts.systems)],
    contracts: [...useRecords('contracts', facts.contracts)],
    backups: [...useRecords('backups', facts.backups)],
  }
}

function Question({ facts: stored, questions }: { facts: FactsView; questions: readonly TenQuestionView[] }) {
  const { t, say } = useWords()
  const facts = useLiveFacts(stored)
  const saver = useSaver()
  const today = useToday()
  const move = useMove()
  const { step } = useParams({ from: '/f/$facility/start/{-$step}' })
  // NOTE: found once, or answering a question would itself lead on to the next.
  const [first] = useState(() => resumeAt(facts))
  const at = step === 'end' ? 'end' : questionNumbers.includes(Number(step)) ? Number(step) : first
  if (at === 'end') return <TenQuestionsEnd facts={facts} />
  const question = questions.find((each) => each.number === at)
  const back = neighbour(at, -1, facts)

  function next(unknown: boolean): void {
    if (typeof at !== 'number') return
    const to = neighbour(at, 1, facts) ?? 'end'
    const before = facts.facility.record.extra
    const marked = withMark(before, 'tenQuestions', String(at), unknown ? 'unknown' : undefined)
    const dated = withMark(marked, 'unsure', `q${at}`, unknown ? (readMarks(before, 'unsure').get(`q${at}`) ?? today) : undefined)
    const extra = to === 'end' ? withMark(dated, 'tenQuestions', 'end', 'done') : dated
    const isNew = extra['tenQuestions'] !== before?.['tenQuestions'] || extra['unsure'] !== before?.['unsure']
    if (isNew) void saver.save([setFields('facility', facts.facility, { extra })])
    move(to)
  }

  return (
    <Page
      className="column"
      step={at}
      title={t('questions.title')}
      heading={question ? say(question.question) : t('questions.title')}
      tools={<SavedNote />}
    >
      <div className="stack loose">
        <Progress at={at} facts={facts} />
        {question?.help && <p className="small">{say(question.help)}</p>}
        <QuestionBody number={at} facts={facts} next={() => next(false)} />
        <p className="row fills">
          {back !== undefined && (
            <button type="button" className="button" onClick={() => move(back)}>
              {t('questions.back')}
            </button>
          )}
          {at !== 1 && (
            <button type="button" className="button" onClick={() => next(true)}>
              {t('questions.unknown')}
            </button>
          )}
          <button type="button" className="button filled" onClick={() => next(questionState(at, facts) !== 'done')}>
            {t('questions.next')}
          </button>
        </p>
        <p className="source">{t('questions.laterToo')}</p>
        {question && (
          <details>
            <summary>{t('questions.why')}</summary>
            <p className="small">{say(question.why)}</p>
          </details>
        )}
      </div>
    </Page>
  )
}

function useMove(): (to: number | 'end') => void {
  const navigate = useNavigate()
  const facility = useFacilityId()
  return (to) => void navigate({ to: '/f/$facility/start/{-$step}', params: { facility, step: String(to) } })
}

function Progress({ at, facts }: { at: number; facts: FactsView }) {
  const { t } = useWords()
  return (
    <div className="question-progress">
      <p className="small second">{t('questions.progress', { at, of: questionNumbers.length, minutes: minutesLeft(facts) })}</p>
      <ol aria-hidden="true">
        {questionNumbers.map((number) => (
          <li key={number} className={number === at ? 'now' : questionState(number, facts)} />
        ))}
      </ol>
    </div>
  )
}
