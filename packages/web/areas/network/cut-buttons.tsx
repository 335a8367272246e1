import { date, entityId, type LinkId, type NetworkEdge } from '@mimamori/domain'
import { newId } from '../../data/changes.ts'
import { useToday } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { Scissors } from './scissors.tsx'
import { canCut, type Step } from './steps.ts'
import type { Trying } from './trying.ts'
import { useSeen, type Way } from './use-seen.ts'

/** The links that close a way, as steps to try. */
export function useFirstCuts(): (way: Way) => readonly Step[] {
  const { view, cutOf } = useSeen()
  const today = date(useToday())
  return (way) => {
    const known = { nodes: view.nodes, links: view.links, today }
    return cutOf(way).flatMap((edge) => (canCut(edge, known) ? [cutStep(edge)] : []))
  }
}

function cutStep(edge: NetworkEdge): Step {
  return { kind: 'cut', edge, link: entityId<LinkId>(newId('link')) }
}

/** ✂ on the way that is looked at, while somebody tries: each link that has to go. */
export function CutButtons({ way, trying }: { way: Way; trying: Trying }) {
  const { t } = useWords()
  const { nameOf } = useSeen()
  const firstCuts = useFirstCuts()
  const isOpen = trying.after.forbiddenPaths.some(({ id }) => id === way.id)
  const steps = firstCuts(way)
  return (
    <section className="card stack tight" aria-labelledby="try-way">
      <h2 id="try-way">{t('network.way', { start: nameOf(way.start), target: nameOf(way.target) })}</h2>
      {!isOpen && <p>{t('network.try.wayClosed')}</p>}
      {isOpen && steps.length === 0 && <p className="small">{t('network.notOurs')}</p>}
      {isOpen &&
        steps.map((step) =>
          step.kind === 'cut' ? (
            <button key={step.edge.id} type="button" className="button wide" onClick={() => trying.add(step)}>
              <Scissors /> {t('network.try.cutThis', { from: nameOf(step.edge.from), to: nameOf(step.edge.to) })}
            </button>
          ) : null,
        )}
    </section>
  )
}
