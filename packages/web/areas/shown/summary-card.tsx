import type { ClientLine } from '@mimamori/contract'
import { useWords } from '../../text/words.tsx'
import { percentOf, type Share, summaryOf } from './summary.ts'

/** What many facilities add up to: every percent with its count and its base. */
export function SummaryCard({ clients }: { clients: readonly ClientLine[] }) {
  const { t } = useWords()
  const { all, base, atStage1, allAnswered, noGrave, replies } = summaryOf(clients)
  return (
    <section className="card stack">
      <h2>{t('shownTo.summary')}</h2>
      <p className="small">{t('shownTo.summary.base', { all, base })}</p>
      <dl className="facts">
        <dt>{t('shownTo.stage1')}</dt>
        <dd>
          <OfFacilities share={atStage1} />
        </dd>
        <dt>{t('shownTo.allAnswered')}</dt>
        <dd>
          <OfFacilities share={allAnswered} />
        </dd>
        <dt>{t('shownTo.noGrave')}</dt>
        <dd>
          <OfFacilities share={noGrave} />
        </dd>
        <dt>{t('shownTo.replies')}</dt>
        <dd>
          <OfSheets share={replies} />
        </dd>
      </dl>
    </section>
  )
}

function OfFacilities({ share }: { share: Share }) {
  const { t } = useWords()
  const percent = percentOf(share)
  return <>{percent === undefined ? t('shownTo.noBase') : t('shownTo.percent', { percent, ...share })}</>
}

function OfSheets({ share }: { share: Share }) {
  const { t } = useWords()
  const percent = percentOf(share)
  return <>{percent === undefined ? t('shownTo.noBase') : t('shownTo.percentOf', { percent, ...share })}</>
}
