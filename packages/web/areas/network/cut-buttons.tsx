import { entityId, type LinkId } from '@mimamori/domain'
import { newId } from '../../data/changes.ts'
import { useWords } from '../../text/words.tsx'
import { EndsToo } from './ends-too.tsx'
import { Scissors } from './scissors.tsx'
import { type Step, stepsToCut, subjectOfStep } from './steps.ts'
import type { Trying } from './trying.ts'
import { useSeen, type Way } from './use-seen.ts'

/** What closes a way, as steps to try. */
export function useFirstCuts(): (way: Way) => readonly Step[] {
  const { view, cutOf } = useSeen()
  return (way) => stepsToCut(cutOf(way), view, () => entityId<LinkId>(newId('link')))
}

/** ✂ on the way that is looked at, while somebody tries: each link that has to go, or the VPN that has to be given up. */
export function CutButtons({ way, trying }: { way: Way; trying: Trying }) {
  const { t } = useWords()
  const { nameOf } = useSeen()
  const firstCuts = useFirstCuts()
  const isOpen = trying.after.forbiddenPaths.some(({ id }) => id === way.id)
  const steps = isOpen ? firstCuts(way) : []
  return (
    <section className="card stack tight" aria-labelledby="try-way">
      <h2 id="try-way">{t('network.way', { start: nameOf(way.start), target: nameOf(way.target) })}</h2>
      {!isOpen && <p>{t('network.try.wayClosed')}</p>}
      {isOpen && steps.length === 0 && <p className="small">{t('network.notOurs')}</p>}
      {steps.map((step) => (
        <CutButton key={subjectOfStep(step)} step={step} add={trying.add} />
      ))}
    </section>
  )
}

function CutButton({ step, add }: { step: Step; add: Trying['add'] }) {
  const { t } = useWords()
  const { nameOf } = useSeen()
  if (step.kind !== 'cut' && step.kind !== 'end') return null
  const says =
    step.kind === 'end'
      ? t('network.tryToEnd', { name: nameOf(step.id) })
      : t('network.try.cutThis', { from: nameOf(step.edge.from), to: nameOf(step.edge.to) })
  return (
    <>
      <button type="button" className="button wide" onClick={() => add(step)}>
        <Scissors /> {says}
      </button>
      {step.kind === 'end' && <EndsToo id={step.id} />}
    </>
  )
}
