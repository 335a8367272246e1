import { routes } from '@mimamori/contract'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useView } from '../../data/queries.ts'
import { Page } from '../../frame/page.tsx'
import { useFacilityId } from '../../frame/rights.ts'
import { SavedNote } from '../../frame/saving-trouble.tsx'
import { useWords } from '../../text/words.tsx'
import { Loaded } from '../../ui/loading.tsx'
import './checklist.css'
import { CardBody, CardHead } from './work-card.tsx'

const here = getRouteApi('/f/$facility/cards/$card')

/** A work card on a page of its own, which prints on one sheet of A4. */
export function CardPage() {
  const { t, say } = useWords()
  const facility = useFacilityId()
  const { card } = here.useParams()
  const { item } = here.useSearch()
  const view = useView(routes.workCard, facility, { params: { card } })
  const tools = (
    <>
      <SavedNote />
      <button type="button" className="button low" onClick={() => window.print()}>
        {t('print')}
      </button>
    </>
  )
  return (
    <Page className="column" title={view.data ? say(view.data.title) : t('card.name')} tools={tools}>
      <Loaded query={view}>
        {(loaded) => (
          <div className="stack">
            {item !== undefined && (
              <p className="no-print">
                <Link to="/f/$facility/checklist" params={{ facility }} search={{ mode: 'one', item }}>
                  {t('card.back')}
                </Link>
              </p>
            )}
            <div className="work-card">
              <CardHead card={loaded} level="p" />
              <CardBody card={loaded} item={item} />
            </div>
            {loaded.others.length > 0 && (
              <section className="no-print">
                <h2>{t('card.others')}</h2>
                <ul>
                  {loaded.others.map((other) => (
                    <li key={other.id}>
                      <Link to="/f/$facility/cards/$card" params={{ facility, card: other.id }} search={item === undefined ? {} : { item }}>
                        {say(other.title)}
                      </Link>
                    </li>
                  ))}
                </ul>
              </section>
            )}
          </div>
        )}
      </Loaded>
    </Page>
  )
}
