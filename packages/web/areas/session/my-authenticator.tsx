import { type MySignInView, routes } from '@mimamori/contract'
import { type SubmitEvent, useState } from 'react'
import { ask } from '../../data/api.ts'
import { useWords } from '../../text/words.tsx'
import { Problem } from '../../ui/problem.tsx'
import { QrCode } from '../../ui/qr-code.tsx'
import { TextInput } from './text-input.tsx'
import { useAct } from './use-act.ts'

/** An app that shows a new number every half minute. */
export function MyAuthenticator({ view }: { view: MySignInView }) {
  const { t } = useWords()
  const [made, setMade] = useState<{ secret: string; address: string }>()
  const begin = useAct(async () => setMade(await ask(routes.beginAuthenticator, { body: {} })))
  const drop = useAct(() => ask(routes.dropFactor, { body: { way: 'authenticator' } }))
  return (
    <section className="card stack no-print">
      <h2>{t('me.authenticator')}</h2>
      <p className="small">{t('me.authenticator.says')}</p>
      {begin.isError && <Problem error={begin.error} />}
      {drop.isError && <Problem error={drop.error} />}
      {view.hasAuthenticator ? (
        <p className="row">
          <span>{t('me.isSet')}</span>
          <button type="button" className="button low" onClick={() => !drop.isPending && drop.mutate(undefined)}>
            {t('me.authenticator.drop')}
          </button>
        </p>
      ) : made ? (
        <FirstNumber made={made} done={() => setMade(undefined)} />
      ) : (
        <p>
          <button type="button" className="button" onClick={() => !begin.isPending && begin.mutate(undefined)}>
            {t('me.authenticator.begin')}
          </button>
        </p>
      )}
    </section>
  )
}

function FirstNumber({ made, done }: { made: { secret: string; address: string }; done: () => void }) {
  const { t } = useWords()
  const [code, setCode] = useState('')
  const confirm = useAct(async () => {
    await ask(routes.confirmAuthenticator, { body: { code } })
    done()
  })
  function submit(event: SubmitEvent): void {
    event.preventDefault()
    if (code !== '' && !confirm.isPending) confirm.mutate(undefined)
  }
  return (
    <form className="stack loose" noValidate onSubmit={submit}>
      <p>{t('me.authenticator.read')}</p>
      <QrCode text={made.address} label={t('me.authenticator.qr')} />
      <p>
        {t('me.authenticator.byHand')} <strong className="fixed secret-code">{made.secret.match(/.{1,4}/g)?.join(' ')}</strong>
      </p>
      {confirm.isError && <Problem error={confirm.error} />}
      <TextInput
        name="first-number"
        label={t('factor.authenticator.label')}
        help={t('factor.authenticator.help')}
        autoComplete="one-time-code"
        inputMode="numeric"
        maxLength={10}
        value={code}
        change={setCode}
      />
      <p>
        <button type="submit" className="button filled">
          {t(confirm.isPending ? 'working' : 'me.authenticator.confirm')}
        </button>
      </p>
    </form>
  )
}
