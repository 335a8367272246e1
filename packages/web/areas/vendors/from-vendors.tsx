import type { VendorsView } from '@mimamori/contract'
import { date, nextVisitStepId, type VisitStep } from '@mimamori/domain'
import { addRecord } from '../../data/changes.ts'
import { useSaver } from '../../data/saving.tsx'
import { useMay, useSession, useToday } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { announce } from '../../ui/say.tsx'
import { VisitActs, VisitCard, type VisitStepWanted } from '../vendor-work/index.ts'
import { ContactChangeCard, PastChange } from './contact-change.tsx'

type Visit = VendorsView['visits'][number]

/** 「事業者からの届け」: what vendors have sent and the facility answers, then what is agreed; the rest is folded. */
export function FromVendors({ view }: { view: VendorsView }) {
  const { t } = useWords()
  const today = useToday()
  const nameOf = (vendor: string) => view.vendors.find(({ record }) => record.id === vendor)?.record.name ?? ''
  const changes = view.contactChanges.filter(({ record }) => record.state === 'waiting')
  const visits = view.visits.filter((visit) => isOpen(visit, today))
  const past = view.contactChanges.length + view.visits.length - changes.length - visits.length
  if (view.contactChanges.length + view.visits.length === 0) return null
  return (
    <section className="stack" id="from-vendors">
      <h2>{t('fromVendors.title', { count: changes.length + visits.length })}</h2>
      {changes.map((change) => (
        <ContactChangeCard
          key={change.record.id}
          change={change}
          vendor={view.vendors.find(({ record }) => record.id === change.record.vendor)}
        />
      ))}
      {visits.map((visit) => (
        <OwnVisit key={visit.visit.id} visit={visit} name={nameOf(visit.visit.vendor)} />
      ))}
      {past > 0 && (
        <details>
          <summary>{t('fromVendors.past', { count: past })}</summary>
          <div className="stack">
            {view.contactChanges
              .filter(({ record }) => record.state !== 'waiting')
              .map(({ record }) => (
                <PastChange key={record.id} change={record} name={nameOf(record.vendor)} />
              ))}
            {view.visits
              .filter((visit) => !isOpen(visit, today))
              .map((visit) => (
                <VisitCard key={visit.visit.id} name={nameOf(visit.visit.vendor)} view={visit} />
              ))}
          </div>
        </details>
      )}
    </section>
  )
}

function isOpen({ state, wishedOn }: Visit, today: string): boolean {
  return state !== 'withdrawn' && (state !== 'agreed' || wishedOn === undefined || wishedOn >= today)
}

function OwnVisit({ visit, name }: { visit: Visit; name: string }) {
  const { t } = useWords()
  const saver = useSaver()
  const today = date(useToday())
  const mayWrite = useMay('facility:write')
  const by = useSession()?.person?.name
  function send(wanted: VisitStepWanted): void {
    const { id } = visit.visit
    const record: VisitStep = {
      id: nextVisitStepId(id, visit.steps.length),
      visit: id,
      side: 'facility',
      on: today,
      ...(by !== undefined && { by }),
      ...wanted,
    }
    void saver.save([addRecord('visitSteps', record)])
    announce(t('visits.stepSent'))
  }
  return (
    <VisitCard name={name} view={visit}>
      {mayWrite && <VisitActs side="facility" view={visit} today={today} busy={false} send={send} />}
    </VisitCard>
  )
}
