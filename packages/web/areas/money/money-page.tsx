import { type DamageView, routes } from '@mimamori/contract'
import { useView } from '../../data/queries.ts'
import { Page } from '../../frame/page.tsx'
import { useFacilityId } from '../../frame/rights.ts'
import { SavedNote } from '../../frame/saving-trouble.tsx'
import { useWords } from '../../text/words.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { MoneyBoard } from './money-board.tsx'
import { MoneyTools } from './money-tools.tsx'
import './money.css'

/** 費用と計画: what doing nothing costs, and what the money there is can do. */
export function MoneyPage() {
  const { t } = useWords()
  const view = useView(routes.damage, useFacilityId())
  return (
    <Page className="wide money" title={t('nav.money')} beside={t('money.beside')} tools={<Tools view={view.data} />}>
      <Loaded query={view}>{(loaded) => <MoneyBoard view={loaded} />}</Loaded>
    </Page>
  )
}

function Tools({ view }: { view: DamageView | undefined }) {
  return (
    <>
      <SavedNote />
      {view && <MoneyTools count={view.world.lossAssumptions.length} />}
    </>
  )
}
