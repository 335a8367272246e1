import { useMay } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { AlsoKnown } from './also-known.tsx'
import { useFirstCuts } from './cut-buttons.tsx'
import { Nothing, NoWay } from './no-way.tsx'
import { QuestionCard } from './question-card.tsx'
import type { Step } from './steps.ts'
import { isEmpty, useSeen, type Way } from './use-seen.ts'
import { WayCard } from './way-card.tsx'

interface WayProps {
  readonly lit: Way | undefined
  readonly light: (way: Way) => void
  readonly tryFrom: (first: readonly Step[]) => void
}

/** 「道すじ」 of the phone: the way that matters step by step; the drawing is behind a tab. */
export function WayView({ lit, light, tryFrom }: WayProps) {
  const { t } = useWords()
  const { view } = useSeen()
  const mayWrite = useMay('facility:write')
  const firstCuts = useFirstCuts()
  if (isEmpty(view)) return <Nothing />
  return (
    <div className="stack">
      {view.pathsTotal > 0 && <p className="second">{t('network.found', { count: view.pathsTotal })}</p>}
      {lit ? <WayCard key={lit.id} way={lit} tryCut={mayWrite ? () => tryFrom(firstCuts(lit)) : undefined} /> : <NoWay />}
      <AlsoKnown lit={lit} light={light} />
      {mayWrite && <QuestionCard />}
    </div>
  )
}
