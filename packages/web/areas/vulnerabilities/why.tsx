import { routes, type WhyView } from '@mimamori/contract'
import { useId, useState } from 'react'
import { useView } from '../../data/queries.ts'
import { useFacilityId } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { resultWords, sourceWords, testWords, verdictWords } from './match-words.ts'

/** 「なぜ」: why a weakness applies to what is installed, or does not, step by step and by each source. */
export function Why({ installed, advisory, of }: { installed: string; advisory: string; of: string }) {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  const box = useId()
  return (
    <div>
      <button
        type="button"
        className="text-button small no-print"
        aria-expanded={open}
        aria-controls={box}
        aria-label={t('weak.whyAsk.label', { of })}
        onClick={() => setOpen(!open)}
      >
        {t('weak.whyAsk')}
      </button>
      <div id={box}>{open && <Answer installed={installed} advisory={advisory} />}</div>
    </div>
  )
}

function Answer({ installed, advisory }: { installed: string; advisory: string }) {
  const view = useView(routes.whyAffected, useFacilityId(), { query: { installed, advisory } })
  return <Loaded query={view}>{(why) => <Reasons why={why} />}</Loaded>
}

/** Publishers that say the opposite of each other; who does not know takes no part in it. */
function areOpposed({ sources }: WhyView): boolean {
  const verdicts = new Set(sources.map(({ verdict }) => verdict))
  return verdicts.has('affected') && verdicts.has('not-affected')
}

function Reasons({ why }: { why: WhyView }) {
  const { t, say } = useWords()
  return (
    <div className="box-note stack">
      <p>
        <strong>{say(why.says)}</strong>
      </p>
      {why.reasons.map((reason) => (
        <p key={reason.ja} className="small">
          {say(reason)}
        </p>
      ))}
      {areOpposed(why) && <p className="small">{t('weak.why.opposed')}</p>}
      {why.sources.map((source) => (
        <div key={`${source.feed} ${source.id}`} className="stack">
          <p className="small">
            <strong>{t('weak.source', { feed: t(sourceWords[source.feed]), id: source.id })}</strong> {t(verdictWords[source.verdict])}
          </p>
          <p className="small">{say(source.says)}</p>
          <ol className="steps">
            {source.steps.map((step, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the steps of one answer keep their places, and two may read the same
              <li key={at}>
                <span className="disc" aria-hidden="true">
                  {at + 1}
                </span>
                <div className="small">
                  <p>{t('weak.step', { test: t(testWords[step.test]), result: t(resultWords[step.result]) })}</p>
                  {(step.left !== '' || step.right !== '') && (
                    <p className="second">{t('weak.step.sides', { published: step.left || '―', here: step.right || '―' })}</p>
                  )}
                </div>
              </li>
            ))}
          </ol>
        </div>
      ))}
    </div>
  )
}
