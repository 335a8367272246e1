import { Link } from '@tanstack/react-router'
import { type Disputed, disputedIn } from '../data/dispute.ts'
import type { Conflict } from '../data/saver.ts'
import { type PlainKey, useWords } from '../text/words.tsx'
import { numberOfItem } from '../ui/item-number.ts'
import { clockTime, dateAndTime, dayOfYear, plainDate } from '../ui/show-date.ts'
import { stateOfAnswer, useStateWord } from '../ui/state-chip.tsx'
import { useNamesInConflict } from './names-in-conflict.ts'
import { useFacilityId } from './rights.ts'

const fieldWords: Readonly<Record<string, PlainKey>> = {
  checkedOn: 'field.checkedOn',
  targetOn: 'field.targetOn',
  recheckedOn: 'field.recheckedOn',
  note: 'field.note',
  reason: 'field.reason',
  name: 'field.name',
  kana: 'q6.kana',
  phone: 'field.phone',
  nightPhone: 'vendor.nightPhone',
  fax: 'q6.fax',
  mail: 'vendor.mail',
  address: 'vendor.address',
  contactName: 'q6.contact',
  contactDepartment: 'vendor.department',
  secondContactName: 'vendor.second',
  secondContactPhone: 'vendor.secondPhone',
  post: 'q10.post',
  department: 'person.department',
  extension: 'q10.extension',
  privatePhone: 'person.private',
  callOrder: 'person.callOrder',
  office: 'contact.office',
  hours: 'contact.hours',
  institutionCode: 'settings.code',
  inspectionOn: 'settings.inspection',
  documentNumber: 'approval.number',
  title: 'register.contractTitle',
  kind: 'register.kind',
  room: 'register.room',
  owner: 'register.owner',
  vendor: 'register.vendor',
  contract: 'register.contract',
  tag: 'register.tag',
  serial: 'register.serial',
  maker: 'register.maker',
  model: 'register.model',
  supportEndsOn: 'register.supportEnd',
  os: 'register.os',
  firmware: 'register.firmware',
  hostNames: 'register.hostNames',
  ips: 'register.ips',
  macs: 'register.macs',
  place: 'register.place',
  use: 'register.use',
  trust: 'network.trust',
  prefixes: 'network.prefixes',
  vlans: 'network.vlans',
  closed: 'network.closed',
  closedBy: 'network.closed',
  control: 'network.control',
  layer: 'network.layer',
}

/** Two people changed one field: both values are there, and one of them is chosen. */
export function ConflictBox({ conflict, settle }: { conflict: Conflict; settle: (whose: 'ours' | 'theirs') => void }) {
  const { t, lang } = useWords()
  const stateWord = useStateWord()
  const facility = useFacilityId()
  const ours = conflict.act.wanted[conflict.at]?.change
  const isTick = ours?.slice === 'ticks'
  const all = shownOf(disputedIn(conflict))
  const nameOf = useNamesInConflict(
    ours?.slice,
    all.map(({ field }) => field),
  )
  // A tick that we took away while it was set anew: no tick on our side, their day on the other.
  const [first = { field: 'doneOn', ours: undefined, theirs: dayOf(conflict.theirs) }, ...others] = all
  const by = conflict.by ?? t('conflict.somebody')
  const values = { name: by, time: whenWords(conflict.when), ...bothOf(first) }
  if ((ours?.kind === 'remove' && !isTick) || isGone(conflict)) return whole(isGone(conflict))
  return (
    <div className="box-differs stack" role="alert">
      <p>{sentence()}</p>
      {others.length > 0 && (
        <ul>
          {others.map((other) => (
            <li key={other.field}>{t('conflict.also', { field: wordOfField(other.field), ...bothOf(other) })}</li>
          ))}
        </ul>
      )}
      <p className="row fills">
        <button type="button" className="button low" onClick={() => settle('theirs')}>
          {others.length > 0 ? t('conflict.takeTheirs', { name: by }) : t('conflict.take', { value: values.theirs })}
        </button>
        <button type="button" className="button low" onClick={() => settle('ours')}>
          {others.length > 0 ? t('conflict.takeOurs') : t('conflict.take', { value: values.ours })}
        </button>
      </p>
    </div>
  )

  /** About the whole record: it is gone while we wrote on it, or was written on while we took it away. */
  function whole(gone: boolean) {
    return (
      <div className="box-differs stack" role="alert">
        <p>{t(gone ? 'conflict.gone' : 'conflict.remove', { name: by, time: values.time })}</p>
        <ul>
          {gone &&
            all.map((one) => <li key={one.field}>{t('conflict.yours', { field: wordOfField(one.field), ours: bothOf(one).ours })}</li>)}
        </ul>
        <p className="row fills">
          {gone ? (
            <Link className="button low" to="/f/$facility/history" params={{ facility }}>
              {t('history.title')}
            </Link>
          ) : (
            <button type="button" className="button low" onClick={() => settle('ours')}>
              {t('conflict.takeAway')}
            </button>
          )}
          <button type="button" className="button low" onClick={() => settle('theirs')}>
            {t(gone ? 'close' : 'conflict.leave')}
          </button>
        </p>
      </div>
    )
  }

  function bothOf(one: Disputed): { theirs: string; ours: string } {
    return { theirs: wordOf(one.field, one.theirs), ours: wordOf(one.field, one.ours) }
  }

  function wordOfField(field: string): string {
    return field === 'answer' ? t('field.answer') : t(fieldWords[field] ?? 'field.other')
  }

  function sentence(): string {
    if (isTick) return t('conflict.tick', values)
    if (first.field === 'answer') return t('conflict.answer', { ...values, item: itemIn(conflict.theirs) })
    return t('conflict.field', { ...values, field: wordOfField(first.field) })
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
    if (name === 'answer' && (value === 'later' || value === 'ask-vendor')) return stateWord(value)
    if (name === 'answer') return stateWord(stateOfAnswer(typeof value === 'string' ? value : undefined))
    if (value === undefined || value === '') return t('conflict.empty')
    if (Array.isArray(value)) return value.map((one) => wordOf(name, one)).join(t('list.comma'))
    const named = nameOf(name, value)
    if (named !== undefined) return named
    return typeof value === 'string' ? plainDate(value, lang) : JSON.stringify(value)
  }
}

/** In the order in which they are told: an answer first, as one word with what was put off or asked, without the day that goes with it. */
function shownOf(all: readonly Disputed[]): readonly Disputed[] {
  const [answer, pending] = ['answer', 'pending'].map((field) => all.find((one) => one.field === field))
  const doneOn = all.find((one) => one.field === 'doneOn')
  if (!answer && !pending) return doneOn ? [doneOn] : all
  const one = { field: 'answer', ours: answer?.ours ?? pending?.ours, theirs: answer?.theirs ?? pending?.theirs }
  return [one, ...all.filter(({ field }) => !['answer', 'pending', 'pendingOn', 'checkedOn'].includes(field))]
}

/** Whether there is nothing on the other side to choose: what was typed can only be looked at. */
export function isGone(conflict: Conflict): boolean {
  return conflict.theirs === null && conflict.act.wanted[conflict.at]?.change.kind === 'set'
}

/** Whether a person has something to choose or to look at. */
export function isToChoose(conflict: Conflict): boolean {
  return disputedIn(conflict).length > 0 || isGone(conflict) || conflict.act.wanted[conflict.at]?.change.kind === 'remove'
}

function dayOf(tick: unknown): unknown {
  return typeof tick === 'object' && tick !== null ? Reflect.get(tick, 'doneOn') : undefined
}

function itemIn(answer: unknown): string {
  const item: unknown = typeof answer === 'object' && answer !== null ? Reflect.get(answer, 'item') : undefined
  return typeof item === 'string' ? numberOfItem(item) : ''
}
