import { routes, type SignInRulesView } from '@mimamori/contract'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../../data/api.ts'
import { useWords } from '../../text/words.tsx'
import { Problem } from '../../ui/problem.tsx'
import { dateAndTime } from '../../ui/show-date.ts'
import { useProof } from './proof.tsx'

/** 「復旧封筒」: printed once, folded into an envelope, sealed, and put into the head's safe. */
export function Envelope({ view }: { view: SignInRulesView }) {
  const { t, lang } = useWords()
  const withProof = useProof()
  const [made, setMade] = useState<{ code: string; madeAt: string }>()
  const make = useMutation({
    mutationFn: () => withProof(() => ask(routes.makeEnvelope, { body: {} })),
    onSuccess: (envelope) => setMade(envelope),
  })
  const state = view.envelope
  return (
    <section className={made ? 'card stack' : 'card stack no-print'}>
      <h2 className="no-print">{t('rules.envelope')}</h2>
      <p className="small no-print">{t('rules.envelope.says')}</p>
      {!state && !made && <p className="no-print">{t('rules.envelope.none')}</p>}
      {state && !made && (
        <p className="no-print">
          {t(state.isUsed ? 'rules.envelope.used' : 'rules.envelope.sealed', { at: dateAndTime(state.madeAt, lang) })}
        </p>
      )}
      {make.isError && <Problem error={make.error} />}
      {made && (
        <div className="code-paper stack">
          <p className="box-note no-print">{t('rules.envelope.once')}</p>
          <h3>{t('rules.envelope.paper')}</h3>
          <p>{t('rules.envelope.paper.says')}</p>
          <p>
            <strong className="fixed envelope-code">{made.code}</strong>
          </p>
          <p>{t('rules.envelope.paper.how', { address: `${window.location.origin}/recover` })}</p>
          <p className="small">{t('rules.envelope.paper.made', { at: dateAndTime(made.madeAt, lang) })}</p>
          <p className="no-print">
            <button type="button" className="button filled" onClick={() => window.print()}>
              {t('print')}
            </button>
          </p>
        </div>
      )}
      {!made && (
        <p className="no-print">
          <button type="button" className="button" onClick={() => !make.isPending && make.mutate()}>
            {t(make.isPending ? 'working' : 'rules.envelope.make')}
          </button>
        </p>
      )}
    </section>
  )
}
