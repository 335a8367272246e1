import type { ClientLine } from '@mimamori/contract'
import { useWords } from '../../text/words.tsx'
import { percentOf, type Share, summaryOf } from './summary.ts'

/** What many facilities add up to: every percent with its count and its base. */
export function SummaryCard({ clients }: { clients: readonly ClientLine[] }) {
  const { t } = useWords()
  const { all, base, atStage1, allAnswered, noGrave, replies } = summaryOf(clients)
  return (
    <section className="card stack">
      <h2>{t('clients.summary')}</h2>
      <p className="small">{t('clients.summary.base', { all, base })}</p>
      <dl className="facts">
        <dt>{t('clients.stage1')}</dt>
        <dd>
          <OfFacilities share={atStage1} />
        </dd>
        <dt>{t('clients.allAnswered')}</dt>
        <dd>
          <OfFacilities share={allAnswered} />
        </dd>
        <dt>{t('clients.noGrave')}</dt>
        <dd>
          <OfFacilities share={noGrave} />
        </dd>
        <dt>{t('clients.replies')}</dt>
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
  return <>{percent === undefined ? t('clients.noBase') : t('clients.percent', { percent, ...share })}</>
}

function OfSheets({ share }: { share: Share }) {
  const { t } = useWords()
  const percent = percentOf(share)
  return <>{percent === undefined ? t('clients.noBase') : t('clients.percentOf', { percent, ...share })}</>
}
