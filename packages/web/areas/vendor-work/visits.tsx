import { routes, type VendorWorkView } from '@mimamori/contract'
import { date } from '@mimamori/domain'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../../data/api.ts'
import { Page } from '../../frame/page.tsx'
import { useMay } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { Problem } from '../../ui/problem.tsx'
import { announce } from '../../ui/say.tsx'
import { VendorFoot } from '../answering/index.ts'
import { AskVisit } from './ask-visit.tsx'
import { useWork, workKey } from './use-work.ts'
import { VisitActs, type VisitStepWanted } from './visit-acts.tsx'
import { VisitCard } from './visit-card.tsx'

/** 「保守作業」 of a vendor at all clients: asked for, moved, agreed. */
export function Visits() {
  const { t } = useWords()
  const view = useWork()
  return (
    <Page title={t('visits.title')}>
      <Loaded query={view}>{(loaded) => <Content view={loaded} />}</Loaded>
    </Page>
  )
}

function Content({ view }: { view: VendorWorkView }) {
  const { t } = useWords()
  const mayAsk = useMay('sheet:answer')
  const [asking, setAsking] = useState(false)
  return (
    <div className="stack loose">
      <p>{t('visits.says')}</p>
      {mayAsk && view.clients.length === 0 && <p className="card">{t('visits.noClients')}</p>}
      {mayAsk &&
        view.clients.length > 0 &&
        (asking ? <AskVisit view={view} close={() => setAsking(false)} /> : <Begin go={() => setAsking(true)} />)}
      {view.visits.length === 0 && <p className="card">{t('visits.none')}</p>}
      {view.visits.length > 0 && <h2>{t('visits.list', { count: view.visits.length })}</h2>}
      {view.visits.map((visit) => (
        <OwnVisit key={visit.visit.id} visit={visit} today={view.today} mayAsk={mayAsk} />
      ))}
      <VendorFoot sees={view.sees} seesNot={view.seesNot} hasDraft={false} />
    </div>
  )
}

function Begin({ go }: { go: () => void }) {
  const { t } = useWords()
  return (
    <p>
      <button type="button" className="button filled" onClick={go}>
        {t('visits.ask')}
      </button>
    </p>
  )
}

function OwnVisit({ visit, today, mayAsk }: { visit: VendorWorkView['visits'][number]; today: string; mayAsk: boolean }) {
  const { t } = useWords()
  const client = useQueryClient()
  const { relation, facility } = visit
  const send = useMutation({
    mutationFn: (step: VisitStepWanted) =>
      ask(routes.stepVisit, { params: { relation, visit: visit.visit.id }, body: { seen: visit.steps.length, ...step } }),
    onSuccess: () => announce(t('visits.stepSent')),
    onSettled: () => client.invalidateQueries(workKey),
  })
  return (
    <VisitCard name={facility} view={visit}>
      {send.isError && <Problem error={send.error} />}
      {mayAsk && (
        <VisitActs
          side="vendor"
          view={visit}
          today={date(today)}
          busy={send.isPending}
          send={(step) => !send.isPending && send.mutate(step)}
        />
      )}
    </VisitCard>
  )
}
