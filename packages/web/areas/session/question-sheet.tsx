import { routes } from '@mimamori/contract'
import { useQuery } from '@tanstack/react-query'
import { ask } from '../../data/api.ts'
import { useWords } from '../../text/words.tsx'

/** The ten questions on paper: shown only in print, with boxes to tick and room to write. */
export function QuestionSheet() {
  const { t, say } = useWords()
  const questions = useQuery({
    queryKey: ['ten-questions'],
    queryFn: () => ask(routes.tenQuestions, {}),
    staleTime: Number.POSITIVE_INFINITY,
  }).data
  if (!questions) return null
  return (
    <section className="question-sheet" aria-hidden="true">
      <p>{t('questions.paperSays')}</p>
      <ol>
        {questions.map((question) => (
          <li key={question.number}>
            <strong>{t('questions.numbered', { number: question.number, question: say(question.question) })}</strong>
            {question.help && <p>{say(question.help)}</p>}
            <p className="boxes">
              {question.choices.map((choice) => (
                <span key={choice.value}>{t('questions.box', { choice: say(choice.label) })}</span>
              ))}
              <span>{t('questions.box', { choice: t('questions.unknown') })}</span>
            </p>
            <div className="writing" />
          </li>
        ))}
      </ol>
    </section>
  )
}
