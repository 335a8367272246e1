import { type NetworkPathView, routes } from '@mimamori/contract'
import { Link } from '@tanstack/react-router'
import { useView } from '../../data/queries.ts'
import { useFacilityId, useMay } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { shortCompany } from '../../ui/company.ts'
import { controlWords } from '../../ui/control-words.ts'
import { Loaded } from '../../ui/loading.tsx'
import { Urgency } from '../../ui/marks.tsx'
import { dayOfYear } from '../../ui/show-date.ts'
import { useSeen, type Way } from './use-seen.ts'
import { type StepLine, WaySteps } from './way-steps.tsx'

/** The way that is lit: step by step, what to cut, and the ways on. */
export function WayCard({ way, tryCut }: { way: Way; tryCut: (() => void) | undefined }) {
  const { t, say } = useWords()
  const facility = useFacilityId()
  const { nameOf } = useSeen()
  const path = useView(routes.networkPath, facility, { params: { path: way.id } })
  const finding = useView(routes.finding, facility, { query: { id: way.finding ?? '' } }, { enabled: way.finding !== undefined }).data
  return (
    <section className="card stack way-card" aria-labelledby="lit-way">
      {finding && <Urgency level={finding.urgency} />}
      <h2 id="lit-way">{t('network.way', { start: nameOf(way.start), target: nameOf(way.target) })}</h2>
      {way.possible && <p className="small">{t('network.possible')}</p>}
      <Loaded query={path}>
        {(view) => (
          <>
            <PathSteps view={view} />
            <p className="small second">{t('network.because', { reason: say(view.reason) })}</p>
            <Acts view={view} tryCut={tryCut} />
          </>
        )}
      </Loaded>
    </section>
  )
}

/** The steps of one way as the server tells them. */
export function PathSteps({ view }: { view: NetworkPathView }) {
  const { t, say, lang } = useWords()
  const nameOf = (id: string) => (view.names[id] ? say(view.names[id]) : id)
  const cuts = new Set(view.cut.flatMap(({ edges }) => edges.map(({ id }) => id)))
  const [ended] = view.cut.flatMap(({ ends }) => (ends ? [nameOf(ends.id)] : []))
  const lines = view.hops.map(({ node, edge, evidence, through }, at): StepLine => {
    const seen = evidence.find(({ on }) => on !== undefined)
    const on = seen?.on ?? node.on
    const parts = [
      node.kind === 'hub' || node.unlisted ? t('assets.state.unlisted') : undefined,
      edge && edge.control !== 'one-way' ? t(controlWords[edge.control]) : undefined,
      through.length > 0 ? t('network.through', { names: through.map(nameOf).join(t('list.comma')) }) : undefined,
      seen?.file,
      on === undefined ? undefined : t('network.seenOn', { date: dayOfYear(on, lang) }),
    ]
    const isCut = edge !== undefined && cuts.has(edge.id)
    return {
      id: `${at} ${node.id}`,
      title: nameOf(node.id),
      beside: parts.filter((part) => part !== undefined).join(t('list.dot')),
      ...(isCut && { cutBefore: true }),
    }
  })
  return <WaySteps lines={lines} cuts={view.cut.length} ended={ended} />
}

function Acts({ view, tryCut }: { view: NetworkPathView; tryCut: (() => void) | undefined }) {
  const { t } = useWords()
  return (
    <div className="stack tight no-print">
      {tryCut && (
        <button type="button" className="button filled wide" onClick={tryCut}>
          {t('network.tryCut')}
        </button>
      )}
      <RequestLink view={view} />
      {view.path.finding !== undefined && <FindingLink id={view.path.finding} />}
    </div>
  )
}

function FindingLink({ id }: { id: string }) {
  const { t } = useWords()
  const facility = useFacilityId()
  return (
    <Link className="button wide" to="/f/$facility/finding" params={{ facility }} search={{ id }}>
      {t('network.openFinding')}
    </Link>
  )
}

/** 「…への依頼文を作る」: a task for the one who keeps the devices on the way, with the words already there. */
export function RequestLink({ view, look = 'button wide' }: { view: NetworkPathView; look?: string }) {
  const { t } = useWords()
  const facility = useFacilityId()
  const mayWrite = useMay('facility:write')
  const [vendor] = view.vendors
  if (!mayWrite || view.cut.length === 0) return null
  const { id, finding } = view.path
  return (
    <Link
      className={look}
      to="/f/$facility/new-task"
      params={{ facility }}
      search={{ path: id, ...(finding !== undefined && { finding }), ...(vendor && { vendor: vendor.id }) }}
    >
      {vendor ? t('network.request', { name: shortCompany(vendor.name) }) : t('network.requestOpen')}
    </Link>
  )
}
