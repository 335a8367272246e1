import { type ClientResponsesView, routes } from '@mimamori/contract'
import type { ReactNode } from 'react'
import { useOwnView } from '../../data/queries.ts'
import { Page } from '../../frame/page.tsx'
import { useWords } from '../../text/words.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { ResponseCard } from './response-card.tsx'
import { UpdateCard } from './update-card.tsx'

const link = 'link'

/** The same of the one client whose link somebody has come by. */
export function ClientWeaknesses({ above, aside }: { above: ReactNode; aside: ReactNode }) {
  const { t } = useWords()
  const view = useOwnView(routes.clientResponses, { params: { place: link } })
  return (
    <Page title={t('vendorWeak.title')} beside={view.data?.facility} above={<p className="small no-print">{above}</p>} tools={aside}>
      <Loaded query={view}>{(loaded) => <Content view={loaded} />}</Loaded>
    </Page>
  )
}

function Content({ view }: { view: ClientResponsesView }) {
  const { t } = useWords()
  const { facility, responses, updates, today, notDoneReasons, by } = view
  return (
    <div className="stack loose">
      <p>{t('vendorWeak.says')}</p>
      <p className="small second">{by === undefined ? t('vendorWeak.unnamed') : t('vendorWeak.by', { name: by })}</p>
      {responses.length === 0 && <p className="card">{t('vendorWeak.none')}</p>}
      {responses.map((line) => (
        <ResponseCard key={line.response} line={line} place={link} facility={facility} today={today} notDone={notDoneReasons} mayWork />
      ))}
      {updates.length > 0 && <h2>{t('vendorWeak.updates')}</h2>}
      {updates.map((line) => (
        <UpdateCard key={line.update} line={line} place={link} facility={facility} mayWork />
      ))}
    </div>
  )
}

/** How many the client of a link waits for; nothing where it has told of none. */
export function useAskedByLink(): number {
  const view = useOwnView(routes.clientResponses, { params: { place: link } })
  const open = view.data?.responses.filter(({ state }) => state !== 'proven') ?? []
  return open.length + (view.data?.updates.filter(({ state }) => state !== 'done' && state !== 'withdrawn').length ?? 0)
}
