import { type MySignInView, routes } from '@mimamori/contract'
import { browserSupportsWebAuthn, type PublicKeyCredentialCreationOptionsJSON, startRegistration } from '@simplewebauthn/browser'
import { type SubmitEvent, useState } from 'react'
import { ask } from '../../data/api.ts'
import { useWords } from '../../text/words.tsx'
import { Problem } from '../../ui/problem.tsx'
import { dateAndTime } from '../../ui/show-date.ts'
import { PasskeyProblem } from './factor-form.tsx'
import { TextInput } from './text-input.tsx'
import { useAct } from './use-act.ts'

/** NOTE: browsers make passkeys for names, not for bare numbers such as 127.0.0.1. */
function isPossible(): boolean {
  return browserSupportsWebAuthn() && !/^[\d.]+$|^\[/.test(window.location.hostname)
}

/** The PC's own fingerprint or PIN, or a key that is plugged in. */
export function MyPasskeys({ view }: { view: MySignInView }) {
  const { t, lang } = useWords()
  const drop = useAct((id: string) => ask(routes.dropFactor, { body: { way: 'passkey', id } }))
  return (
    <section className="card stack no-print">
      <h2>{t('me.passkeys')}</h2>
      <p className="small">{t('me.passkeys.says')}</p>
      {drop.isError && <Problem error={drop.error} />}
      {view.passkeys.length > 0 && (
        <ul className="stack">
          {view.passkeys.map((key) => (
            <li className="row" key={key.id}>
              <span>{t('me.passkeys.line', { name: key.name, at: dateAndTime(key.createdAt, lang) })}</span>
              <button type="button" className="button low" onClick={() => !drop.isPending && drop.mutate(key.id)}>
                {t('me.passkeys.drop', { name: key.name })}
              </button>
            </li>
          ))}
        </ul>
      )}
      {isPossible() ? <NewPasskey /> : <p className="source">{t('me.passkeys.impossible')}</p>}
    </section>
  )
}

function NewPasskey() {
  const { t } = useWords()
  const [name, setName] = useState('')
  const [wrong, setWrong] = useState<string>()
  const add = useAct(async () => {
    const { options } = await ask(routes.beginPasskey, { body: {} })
    // NOTE: these options came from our own server, in the words of WebAuthn.
    const response = await startRegistration({ optionsJSON: options as unknown as PublicKeyCredentialCreationOptionsJSON }) // see above
    await ask(routes.confirmPasskey, { body: { name: name.trim(), response: { ...response } as never } }) // checked by the server
    setName('')
  })
  function submit(event: SubmitEvent): void {
    event.preventDefault()
    setWrong(name.trim() === '' ? t('me.passkeys.name.missing') : undefined)
    if (name.trim() !== '' && !add.isPending) add.mutate(undefined)
  }
  return (
    <form className="stack" noValidate onSubmit={submit}>
      {add.isError && <PasskeyProblem error={add.error} />}
      <TextInput
        name="passkey-name"
        label={t('me.passkeys.name')}
        help={t('me.passkeys.name.help')}
        wrong={wrong}
        autoComplete="off"
        maxLength={60}
        value={name}
        change={setName}
      />
      <p>
        <button type="submit" className="button">
          {t(add.isPending ? 'working' : 'me.passkeys.add')}
        </button>
      </p>
    </form>
  )
}
