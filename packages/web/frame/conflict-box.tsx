import type { Conflict } from '../data/saver.ts'
import { type PlainKey, useWords } from '../text/words.tsx'
import { numberOfItem } from '../ui/item-number.ts'
import { clockTime, dateAndTime, dayOfYear, plainDate } from '../ui/show-date.ts'
import { stateOfAnswer, useStateWord } from '../ui/state-chip.tsx'

const fieldWords: Readonly<Record<string, PlainKey>> = {
  checkedOn: 'field.checkedOn',
  targetOn: 'field.targetOn',
  recheckedOn: 'field.recheckedOn',
  note: 'field.note',
  reason: 'field.reason',
  name: 'field.name',
  phone: 'field.phone',
}

/** Two people changed one field: both values are there, and one of them is chosen. */
export function ConflictBox({ conflict, settle }: { conflict: Conflict; settle: (whose: 'ours' | 'theirs') => void }) {
  const { t, lang } = useWords()
  const stateWord = useStateWord()
  const ours = conflict.act.wanted[conflict.at]?.change
  const isTick = ours?.slice === 'ticks'
  const fields = ours?.kind === 'set' ? Object.entries(ours.fields) : ours?.kind === 'add' ? Object.entries(ours.record) : []
  const by = conflict.by ?? t('conflict.somebody')
  const [field, mine] = fields.find(([name]) => name === (isTick ? 'doneOn' : 'answer')) ?? fields[0] ?? [isTick ? 'doneOn' : '', undefined]
  const theirs =
    typeof conflict.theirs === 'object' && conflict.theirs !== null ? (Reflect.get(conflict.theirs, field) as unknown) : undefined // any record of any slice
  const values = { name: by, time: whenWords(conflict.when), theirs: wordOf(field, theirs), ours: wordOf(field, mine) }
  return (
    <div className="box-differs stack" role="alert">
      <p>{sentence()}</p>
      <p className="row fills">
        <button type="button" className="button low" onClick={() => settle('theirs')}>
          {t('conflict.take', { value: values.theirs })}
        </button>
        <button type="button" className="button low" onClick={() => settle('ours')}>
          {t('conflict.take', { value: values.ours })}
        </button>
      </p>
    </div>
  )

  function sentence(): string {
    if (isTick) return t('conflict.tick', values)
    if (field === 'answer') return t('conflict.answer', { ...values, item: itemIn(conflict.theirs) })
    return t('conflict.field', { ...values, field: t(fieldWords[field] ?? 'field.other') })
  }

  function whenWords(when: string | undefined): string {
    if (when === undefined) return t('conflict.justNow')
    return clockTime(when) === ''
      ? when
      : when.slice(0, 10) === new Date().toISOString().slice(0, 10)
        ? clockTime(when)
        : dateAndTime(when, lang)
  }

  function wordOf(name: string, value: unknown): string {
    if (isTick) return typeof value === 'string' ? t('card.doneOn', { date: dayOfYear(value, lang) }) : t('card.notDone')
    if (name === 'answer') return stateWord(stateOfAnswer(typeof value === 'string' ? value : undefined))
    if (value === undefined || value === '') return t('conflict.empty')
    return typeof value === 'string' ? plainDate(value, lang) : JSON.stringify(value)
  }
}

function itemIn(answer: unknown): string {
  const item: unknown = typeof answer === 'object' && answer !== null ? Reflect.get(answer, 'item') : undefined
  return typeof item === 'string' ? numberOfItem(item) : ''
}
