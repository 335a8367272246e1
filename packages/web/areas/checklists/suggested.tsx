import type { ChecklistItemView, SuggestedAnswerView } from '@mimamori/contract'
import { date, type EvidenceId, entityId } from '@mimamori/domain'
import { Link } from '@tanstack/react-router'
import { addRecord, newId } from '../../data/changes.ts'
import { useFacilityId, useToday } from '../../frame/rights.ts'
import { useUndoable } from '../../frame/undo.tsx'
import { loadSentences, useWords } from '../../text/words.tsx'
import { useStateWord } from '../../ui/state-chip.tsx'
import { answerChange, answersOf, stateOf } from './answers.ts'

/** What the registers and the people that were entered say about the item. Nothing is answered before a person says so; then they are the evidence. */
export function Suggested({ item, readOnly }: { item: ChecklistItemView; readOnly: boolean }) {
  const { t } = useWords()
  const stateWord = useStateWord()
  const act = useUndoable()
  const today = date(useToday())
  const { suggested } = item
  const { whole, parts } = answersOf(item)
  if (!suggested) return null
  const { answer } = suggested
  const isSaid = answer !== undefined && stateOf(whole?.record) === answer
  async function confirm(said: 'yes' | 'no'): Promise<void> {
    if (!whole) return
    // NOTE: what an answer rests on goes on papers, so it is Japanese whatever the language of the screen.
    const inJapanese = await loadSentences('ja')
    const name = inJapanese('suggested.evidence', { why: suggested?.because[0]?.text.ja ?? '' }).slice(0, 200)
    const evidence = addRecord('evidence', {
      id: entityId<EvidenceId>(newId('evidence')),
      name,
      answers: [whole.record.id],
      obtainedOn: today,
    })
    act([answerChange(whole, said, today), evidence], t('suggested.taken', { answer: stateWord(said) }))
  }
  return (
    <section className="box-note stack suggested" aria-label={t('suggested.title')}>
      <p>
        <strong>{t('suggested.title')}</strong>{' '}
        {answer === undefined ? t('suggested.open') : t(isSaid ? 'suggested.same' : 'suggested.says', { answer: stateWord(answer) })}
      </p>
      <Because suggested={suggested} />
      {answer !== undefined && !isSaid && !readOnly && whole && parts.length === 0 && (
        <p>
          <button type="button" className="button low" onClick={() => void confirm(answer)}>
            {t('suggested.take', { answer: stateWord(answer) })}
          </button>
        </p>
      )}
    </section>
  )
}

function Because({ suggested }: { suggested: SuggestedAnswerView }) {
  const { say } = useWords()
  return (
    <ul className="small">
      {suggested.because.map(({ text, facts }) => (
        <li key={text.ja}>
          {say(text)}
          {facts.length > 0 && (
            <span className="source">
              {' '}
              {facts.map((fact) => (
                <FactLink key={`${fact.slice} ${fact.id} ${fact.field ?? ''}`} fact={fact} />
              ))}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

/** The first facts, so that a person can look. */
function FactLink({ fact }: { fact: SuggestedAnswerView['because'][number]['facts'][number] }) {
  const facility = useFacilityId()
  return (
    <span className="fact-link">
      {fact.slice === 'assets' ? (
        <Link to="/f/$facility/assets/$asset" params={{ facility, asset: fact.id }}>
          {fact.name}
        </Link>
      ) : fact.slice === 'people' ? (
        <Link to="/f/$facility/people" params={{ facility }}>
          {fact.name}
        </Link>
      ) : (
        <Link to="/f/$facility/register/$part" params={{ facility, part: fact.slice }}>
          {fact.name}
        </Link>
      )}
    </span>
  )
}
