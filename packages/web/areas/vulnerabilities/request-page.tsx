import { routes, type VulnerabilitiesView } from '@mimamori/contract'
import { getRouteApi } from '@tanstack/react-router'
import { useView } from '../../data/queries.ts'
import { Page } from '../../frame/page.tsx'
import { useFacilityId } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { BackToList } from './back.tsx'
import { ownWork } from './open-rows.tsx'
import { RequestForm, type RequestParts } from './request-form.tsx'
import './vulnerabilities.css'

const here = getRouteApi('/f/$facility/vulnerabilities/request')

/** 「依頼文を作る」: the request of one visit, with the exact devices and versions. */
export function RequestPage() {
  const { t } = useWords()
  const view = useView(routes.vulnerabilities, useFacilityId())
  return (
    <Page className="column" title={t('weak.request')} above={<BackToList />}>
      <Loaded query={view}>{(loaded) => <Content view={loaded} />}</Loaded>
    </Page>
  )
}

function Content({ view }: { view: VulnerabilitiesView }) {
  const { t } = useWords()
  const asked = askedFor(view, here.useSearch())
  const rows = asked.rows.filter(({ response }) => response === undefined)
  if (rows.length === 0) return <p className="card">{t('request.gone')}</p>
  return <RequestForm {...asked} rows={rows} />
}

/** What a visit clears, or of which devices a vendor is asked for the version. */
function askedFor(view: VulnerabilitiesView, { visit: id, vendor }: { visit?: string; vendor?: string }): RequestParts {
  const visit = view.visits.find((one) => one.id === id)
  if (visit) return visit
  const rows = view.open.filter((row) => (row.vendor ?? ownWork) === vendor)
  const [first] = rows
  const by = rows.flatMap(({ dueOn }) => dueOn ?? []).toSorted()[0]
  return { vendor: first?.vendor, vendorName: first?.vendorName, by, rows }
}
