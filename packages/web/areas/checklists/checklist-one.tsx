import type { ChecklistItemView, ChecklistView } from '@mimamori/contract'
import { date } from '@mimamori/domain'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useSaver } from '../../data/saving.tsx'
import { Page } from '../../frame/page.tsx'
import { useFacilityId, useToday } from '../../frame/rights.ts'
import { SavedNote } from '../../frame/saving-trouble.tsx'
import { useWords } from '../../text/words.tsx'
import { useKeys } from '../../ui/keys.ts'
import { Doubt, ItemNumber } from '../../ui/marks.tsx'
import { shortDate } from '../../ui/show-date.ts'
import { stateOfAnswer, useStateWord } from '../../ui/state-chip.tsx'
import { ItemAnswers } from './answer-parts.tsx'
import { answerChange, answersOf, type Said, stateOfItem } from './answers.ts'
import { ItemMore } from './item-more.tsx'
import { ModeSwitch } from './mode-switch.tsx'
import { sheetName } from './sheet-name.ts'
import { SheetProgress } from './sheet-progress.tsx'
import { Suggested } from './suggested.tsx'
import { CardBeside } from './work-card.tsx'

const here = getRouteApi('/f/$facility/checklist')

/** One item on a screen: the plain question, where to look, four equal answers, the work card. */
export function ChecklistOne({ view, at, readOnly }: { view: ChecklistView; at: number; readOnly: boolean }) {
  const { t, say } = useWords()
  const item = view.items[at]
  useItemKeys(view, at, readOnly)
  if (!item) return <Page title={t('nav.checklist')}>{t('checklist.noItems')}</Page>
  return (
    <div className="one">
      <div className="page-head one-head">
        <p className="small second">{t('checklist.place', { sheet: sheetName(view, t, say), of: view.items.length, at: at + 1 })}</p>
        <div className="tools no-print">
          <SavedNote />
          <ModeSwitch mode="one" item={item.item} />
        </div>
      </div>
      <SheetProgress view={view} at={at} />
      <div className="two wide-side">
        <Page
          step={item.item}
          title={t('checklist.itemTitle', { number: item.number, title: say(item.title) })}
          heading={<span className="question">{say(item.question)}</span>}
          className="item"
          above={<Official view={view} item={item} />}
        >
          <ItemBody view={view} item={item} readOnly={readOnly} />
          <Neighbours view={view} at={at} />
          <ItemMore key={item.item} view={view} item={item} readOnly={readOnly} />
        </Page>
        {item.card !== undefined && <CardBeside card={item.card} item={item.item} />}
      </div>
    </div>
  )
}

/** The official number and title, small above the plain question. */
function Official({ view, item }: { view: ChecklistView; item: ChecklistItemView }) {
  const { t, say } = useWords()
  return (
    <p className="official small second">
      <ItemNumber number={item.number} /> {t('checklist.official', { title: say(item.title), edition: say(view.edition.short) })}{' '}
      <Doubt confidence={item.confidence} />
    </p>
  )
}

function ItemBody({ view, item, readOnly }: { view: ChecklistView; item: ChecklistItemView; readOnly: boolean }) {
  const { t, say } = useWords()
  return (
    <div className="stack">
      {item.yesMeans && <p className="small second">{say(item.yesMeans)}</p>}
      {item.whereToLook && (
        <p className="box-note">
          <strong>{t('checklist.where')}</strong> {say(item.whereToLook)}
        </p>
      )}
      {item.note && <p className="small second">{say(item.note)}</p>}
      {view.readOnly && <p className="box-note">{t('checklist.closed')}</p>}
      {item.open && <p className="small second">{t(item.open.reason === 'gate-no' ? 'checklist.open.gate' : 'checklist.open.contract')}</p>}
      <Suggested item={item} readOnly={readOnly} />
      <ItemAnswers key={item.item} view={view} item={item} readOnly={readOnly} />
    </div>
  )
}

function Neighbours({ view, at }: { view: ChecklistView; at: number }) {
  const { t, say, lang } = useWords()
  const stateWord = useStateWord()
  const facility = useFacilityId()
  const search = here.useSearch()
  const item = view.items[at]
  const [before, after] = [view.items[at - 1], view.items[at + 1]]
  const to = (next: ChecklistItemView) =>
    ({ to: '/f/$facility/checklist', params: { facility }, search: { ...search, mode: 'one', item: next.item } }) as const
  return (
    <nav className="neighbours small" aria-label={t('checklist.neighbours')}>
      <span>
        {before && (
          <Link {...to(before)}>
            <span aria-hidden="true">← </span>
            <ItemNumber number={before.number} /> {say(before.title)}
          </Link>
        )}
      </span>
      {item?.lastYear && (
        <span className="second">
          {t('checklist.lastYear', {
            answer: stateWord(stateOfAnswer(item.lastYear.answer)),
            date: item.lastYear.checkedOn === undefined ? t('date.none') : shortDate(item.lastYear.checkedOn, lang),
          })}
        </span>
      )}
      <span>
        {after && (
          <Link {...to(after)} className={item && stateOfItem(item) !== 'unanswered' ? 'button' : undefined}>
            <ItemNumber number={after.number} /> {say(after.title)}
            <span aria-hidden="true"> →</span>
          </Link>
        )}
      </span>
    </nav>
  )
}

/** 1 to 4 answer, T dates, E goes to the evidence, the arrows turn the pages. */
function useItemKeys(view: ChecklistView, at: number, readOnly: boolean): void {
  const facility = useFacilityId()
  const navigate = useNavigate()
  const saver = useSaver()
  const search = here.useSearch()
  const today = date(useToday())
  const item = view.items[at]
  const { whole, parts } = item ? answersOf(item) : { whole: undefined, parts: [] }
  const say = (said: Said) =>
    readOnly || !whole || parts.length > 0 ? undefined : () => void saver.save([answerChange(whole, said, today)])
  const turn = (to: ChecklistItemView | undefined) =>
    to === undefined
      ? undefined
      : () => void navigate({ to: '/f/$facility/checklist', params: { facility }, search: { ...search, mode: 'one', item: to.item } })
  const [before, after] = [turn(view.items[at - 1]), turn(view.items[at + 1])]
  useKeys({
    1: say('yes'),
    2: say('no'),
    3: say('ask-vendor'),
    4: say('later'),
    e: () => openMore('evidence'),
    t: () => document.querySelector<HTMLElement>('[data-key="today"] button')?.click(),
    ArrowLeft: before,
    ArrowUp: before,
    ArrowRight: after,
    ArrowDown: after,
  })
}

function openMore(name: string): void {
  const details = document.querySelector<HTMLDetailsElement>(`details[data-part="${name}"]`)
  if (!details) return
  details.open = true
  details.querySelector<HTMLElement>('summary')?.focus()
}
