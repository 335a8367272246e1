import type { ChecklistItemView, ChecklistView } from '@mimamori/contract'
import type { CalendarDate } from '@mimamori/domain'
import { useEffect, useRef, useState } from 'react'
import { setFields } from '../../data/changes.ts'
import { useSaver } from '../../data/saving.tsx'
import { type PlainKey, useWords } from '../../text/words.tsx'
import { SavedLine } from '../../ui/field.tsx'
import { useKeys } from '../../ui/keys.ts'
import { ItemNumber } from '../../ui/marks.tsx'
import { lookOf, StateSign } from '../../ui/state-chip.tsx'
import { type PaperAnswer, paperValues } from './paper-answers.ts'

const words: readonly { said: PaperAnswer; word: PlainKey }[] = [
  { said: 'yes', word: 'state.yes' },
  { said: 'no', word: 'state.no' },
  { said: 'not-applicable', word: 'reply.notThere' },
  { said: 'other-party', word: 'reply.otherParty' },
]

/** The lines of the paper. A key answers the line and goes on to the next. */
export function PaperLines({ view, checkedOn }: { view: ChecklistView; checkedOn: CalendarDate | undefined }) {
  const saver = useSaver()
  const [at, setAt] = useState(0)
  const list = useRef<HTMLOListElement>(null)
  const moved = useRef(false)
  useEffect(() => {
    if (moved.current) list.current?.children[at]?.scrollIntoView({ block: 'nearest' })
    moved.current = true
  }, [at])
  function answer(item: ChecklistItemView | undefined, said: PaperAnswer): void {
    const whole = item?.answers.find(({ record }) => record.part === undefined)
    if (whole) void saver.save([setFields('answers', whole, paperValues(said, whole.record, checkedOn))])
  }
  const press = (said: PaperAnswer) => () => {
    answer(view.items[at], said)
    if (said === 'yes' || said === 'no') setAt(Math.min(view.items.length - 1, at + 1))
  }
  useKeys({
    1: press('yes'),
    2: press('no'),
    3: press('not-applicable'),
    4: press('other-party'),
    ArrowUp: () => setAt(Math.max(0, at - 1)),
    ArrowDown: () => setAt(Math.min(view.items.length - 1, at + 1)),
  })
  return (
    <ol className="paper-lines" ref={list}>
      {view.items.map((item, place) => (
        <PaperLine key={item.item} item={item} current={place === at} choose={() => setAt(place)} answer={(said) => answer(item, said)} />
      ))}
    </ol>
  )
}

function PaperLine({
  item,
  current,
  choose,
  answer,
}: {
  item: ChecklistItemView
  current: boolean
  choose: () => void
  answer: (said: PaperAnswer) => void
}) {
  const { t, say } = useWords()
  const saver = useSaver()
  const whole = item.answers.find(({ record }) => record.part === undefined)
  const said = whole?.record.answer
  const needsReason = said === 'not-applicable' || said === 'other-party'
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the arrow keys choose a line, see PaperLines
    <li className={current ? 'paper-line current' : 'paper-line'} aria-current={current ? 'true' : undefined} onClick={choose}>
      <p>
        <ItemNumber number={item.number} /> {say(item.title)}
      </p>
      <fieldset className="pair-of-answers">
        <legend className="hidden-words">{t('paper.answerTo', { number: item.number })}</legend>
        {words.map((each) => (
          <button
            key={each.said}
            type="button"
            className={said === each.said ? `${lookOf(each.said)} chosen` : undefined}
            aria-pressed={said === each.said}
            onClick={() => answer(each.said)}
          >
            {each.said === 'yes' || each.said === 'no' ? <StateSign state={each.said} word /> : t(each.word)}
          </button>
        ))}
      </fieldset>
      {whole && (needsReason || said === 'no') && (
        <div className="paper-reason">
          <SavedLine
            label={t(needsReason ? 'paper.reason' : 'paper.noReason')}
            value={whole.record.reason}
            save={(reason) => void saver.save([setFields('answers', whole, { reason })])}
          />
        </div>
      )}
    </li>
  )
}
