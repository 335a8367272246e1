import { routes } from '@mimamori/contract'
import { useView } from '../../data/queries.ts'
import { Page } from '../../frame/page.tsx'
import { useFacilityId } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { BuildingPicture } from './building-picture.tsx'
import { PlacesTable } from './places-table.tsx'
import { QuotesTable } from './quotes-table.tsx'
import { SupportList } from './support-list.tsx'
import './protections.css'

/** The police's table: what stands at six places of a building, how it stands here, what quotes leave open, and what support there is. */
export function ProtectionsPage() {
  const { t } = useWords()
  const facility = useFacilityId()
  const view = useView(routes.protectionTable, facility)
  return (
    <Page className="protections" title={t('protection.title')}>
      <Loaded query={view}>
        {(table) => (
          <div className="stack loose">
            <p>{t('protection.intro')}</p>
            <BuildingPicture places={table.places} />
            <PlacesTable table={table} />
            <QuotesTable table={table} />
            <SupportList support={table.support} />
          </div>
        )}
      </Loaded>
    </Page>
  )
}
