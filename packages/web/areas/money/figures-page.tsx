import { type DamageView, routes } from '@mimamori/contract'
import { useView } from '../../data/queries.ts'
import { Page } from '../../frame/page.tsx'
import { useFacilityId } from '../../frame/rights.ts'
import { SavedNote } from '../../frame/saving-trouble.tsx'
import { useWords } from '../../text/words.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { BackToMoney } from './back.tsx'
import { FinancesCard } from './finances-card.tsx'
import { NormCard } from './norm-card.tsx'
import { PoliciesCard } from './policies-card.tsx'
import './money.css'

/** 当施設の数字: accounts, what proposal 1 makes of them, and the policy. */
export function FiguresPage() {
  const { t } = useWords()
  const view = useView(routes.damage, useFacilityId())
  return (
    <Page className="column" title={t('money.figures.title')} above={<BackToMoney />} tools={<SavedNote />}>
      <Loaded query={view}>{(loaded) => <Content view={loaded} />}</Loaded>
    </Page>
  )
}

function Content({ view }: { view: DamageView }) {
  const { t } = useWords()
  return (
    <div className="stack">
      <p>{t('money.figures.says')}</p>
      <FinancesCard view={view} />
      <NormCard view={view} />
      <PoliciesCard view={view} />
    </div>
  )
}
