import type { ChecklistView } from '@mimamori/contract'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useFacilityId } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { useSpokenNumber } from '../../ui/marks.tsx'
import { lookOf, StateSign } from '../../ui/state-chip.tsx'
import { useNarrow } from '../../ui/use-narrow.ts'
import { stateOfItem } from './answers.ts'

const here = getRouteApi('/f/$facility/checklist')

interface ProgressProps {
  readonly view: ChecklistView
  readonly at: number
}

/** The row of signs: a way to every item on a wide screen, a picture on a phone. */
export function SheetProgress(props: ProgressProps) {
  return useNarrow() ? <Picture {...props} /> : <Ways {...props} />
}

function Picture({ view, at }: ProgressProps) {
  return (
    <div className="sheet-progress no-print" aria-hidden="true">
      <ol>
        {view.items.map((item, place) => (
          <li key={item.item}>
            <span className={place === at ? 'now' : lookOf(stateOfItem(item))} />
          </li>
        ))}
      </ol>
    </div>
  )
}

function Ways({ view, at }: ProgressProps) {
  const { t } = useWords()
  const spoken = useSpokenNumber()
  const facility = useFacilityId()
  const search = here.useSearch()
  return (
    <nav className="sheet-progress no-print" aria-label={t('checklist.progress')}>
      <ol>
        {view.items.map((item, place) => {
          const state = stateOfItem(item)
          return (
            <li key={item.item}>
              <Link
                to="/f/$facility/checklist"
                params={{ facility }}
                search={{ ...search, mode: 'one', item: item.item }}
                className={lookOf(state)}
                aria-current={place === at ? 'step' : undefined}
                title={item.number}
              >
                <span className="hidden-words">{spoken(item.number)}</span>
                <StateSign state={state} />
              </Link>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
