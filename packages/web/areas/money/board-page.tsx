import { type DamageView, routes } from '@mimamori/contract'
import { boardReasons, isLittleKnown, usualRun, yearsInWords } from '@mimamori/money'
import { useEffect, useMemo } from 'react'
import { useView } from '../../data/queries.ts'
import { useRecords } from '../../data/saving.tsx'
import { Page } from '../../frame/page.tsx'
import { useFacilityId } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { BackToMoney } from './back.tsx'
import { BoardNotes } from './board-notes.tsx'
import { BoardSheet, openNote } from './board-sheet.tsx'
import { Helpful } from './helpful.tsx'
import { measureLines } from './lines.ts'
import { numbersOf } from './numbers.ts'
import { plannedIn } from './ticks.ts'
import { useDamage } from './use-damage.ts'
import './money.css'

/** 院長に見せる紙の根拠: the page for the board on screen; each figure opens to what made it. */
export function BoardPage() {
  const { t } = useWords()
  const view = useView(routes.damage, useFacilityId())
  return (
    <Page className="column" title={t('money.board.title')} above={<BackToMoney />}>
      <Loaded query={view}>{(loaded) => <Content view={loaded} />}</Loaded>
    </Page>
  )
}

function Content({ view }: { view: DamageView }) {
  const words = useWords()
  const planned = plannedIn(view, useRecords('planChoices', view.planChoices))
  const damage = useDamage(view.world, planned)
  const key = planned.join(' ')
  const reasons = useMemo(() => boardReasons(view.world, key === '' ? [] : key.split(' ')), [view.world, key])
  const isThere = damage !== undefined
  useEffect(() => {
    if (isThere) openNote(Number(/^#note-(\d+)$/.exec(location.hash)?.[1]))
  }, [isThere])
  if (!damage) return <p role="status">{words.t('money.running', { years: yearsInWords(usualRun.years, words.lang) })}</p>
  if (isLittleKnown(view.world)) return <Helpful damage={damage} names={view.names} parameters={view.parameters} isFirst />
  const all = measureLines(words, view, { planned, damage, answer: undefined })
  const lines = all.filter(({ isPlanned }) => isPlanned)
  const leftOut = all.filter(({ isMandatory, isPlanned }) => isMandatory && !isPlanned)
  const told = { view, damage, lines, leftOut, numbers: numbersOf(damage, planned.length > 0) }
  return (
    <div className="stack">
      <p>{words.t('money.board.says')}</p>
      <BoardSheet {...told} />
      <BoardNotes {...told} reasons={reasons} />
    </div>
  )
}
