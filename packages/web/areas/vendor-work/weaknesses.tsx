import { routes, type VendorResponsesView } from '@mimamori/contract'
import { useOwnView } from '../../data/queries.ts'
import { Page } from '../../frame/page.tsx'
import { useMay } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { ResponseCard } from './response-card.tsx'
import { UpdateCard } from './update-card.tsx'

/** 「弱点の更新」 of a vendor at all clients: which devices, to which version, by when, and what to answer; then what is planned. */
export function Weaknesses() {
  const { t } = useWords()
  const view = useOwnView(routes.vendorResponses, {})
  return (
    <Page title={t('vendorWeak.title')}>
      <Loaded query={view}>{(loaded) => <Content view={loaded} />}</Loaded>
    </Page>
  )
}

function Content({ view }: { view: VendorResponsesView }) {
  const { t } = useWords()
  const mayWork = useMay('task:work')
  const { responses, updates, today, notDoneReasons } = view
  return (
    <div className="stack loose">
      <p>{t('vendorWeak.says')}</p>
      {responses.length === 0 && <p className="card">{t('vendorWeak.none')}</p>}
      {responses.map((line) => (
        <ResponseCard
          key={`${line.relation} ${line.response}`}
          line={line}
          place={line.relation}
          facility={line.facility}
          today={today}
          notDone={notDoneReasons}
          mayWork={mayWork}
        />
      ))}
      {updates.length > 0 && <h2>{t('vendorWeak.updates')}</h2>}
      {updates.map((line) => (
        <UpdateCard key={`${line.relation} ${line.update}`} line={line} place={line.relation} facility={line.facility} mayWork={mayWork} />
      ))}
    </div>
  )
}
