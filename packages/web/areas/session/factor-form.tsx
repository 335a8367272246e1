import type { FactorAnswer, FactorQuestion, FactorWay } from '@mimamori/contract'
import { type PublicKeyCredentialRequestOptionsJSON, startAuthentication } from '@simplewebauthn/browser'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { type PlainKey, useWords } from '../../text/words.tsx'
import { Field, ShortChoice } from '../../ui/field.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { Problem } from '../../ui/problem.tsx'

const wayNames: Readonly<Record<FactorWay, PlainKey>> = {
  passkey: 'factor.passkey',
  authenticator: 'factor.authenticator',
  sheet: 'factor.sheet',
  recovery: 'factor.recovery',
}

interface FactorFormProps {
  /** Names the place of the question, so that two of them do not share an answer. */
  readonly place: string
  readonly ways: readonly FactorWay[]
  readonly ask: (way: FactorWay) => Promise<FactorQuestion>
  readonly give: (answer: FactorAnswer) => Promise<void>
}

/** Asks for the second factor by the handiest way, and offers the others. */
export function FactorForm({ place, ways, ask, give }: FactorFormProps) {
  const { t } = useWords()
  const [way, setWay] = useState<FactorWay>(ways[0] ?? 'authenticator')
  const question = useQuery({
    queryKey: ['factor', place, way],
    queryFn: () => ask(way),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  })
  return (
    <div className="stack loose">
      {ways.length > 1 && (
        <ShortChoice
          legend={t('factor.way')}
          value={way}
          choices={ways.map((each) => ({ value: each, label: t(wayNames[each]) }))}
          choose={(value) => setWay(ways.find((each) => each === value) ?? way)}
        />
      )}
      <Loaded query={question}>
        {(asked) =>
          asked.way === 'passkey' ? (
            <PasskeyButton key={way} asked={asked} give={give} again={() => void question.refetch()} />
          ) : (
            <CodeForm key={way} asked={asked} give={give} />
          )
        }
      </Loaded>
    </div>
  )
}

interface AskedProps {
  readonly asked: FactorQuestion
  readonly give: FactorFormProps['give']
}

function PasskeyButton({ asked, give, again }: AskedProps & { again: () => void }) {
  const { t } = useWords()
  const send = useMutation({
    mutationFn: async () => {
      // NOTE: these options came from our own server, in the words of WebAuthn.
      const optionsJSON = asked.options as unknown as PublicKeyCredentialRequestOptionsJSON // see above
      await give({ way: 'passkey', response: { ...(await startAuthentication({ optionsJSON })) } as never }) // checked by the server
    },
    onError: again,
  })
  return (
    <div className="stack">
      <p>{t('factor.passkey.says')}</p>
      {send.isError && <PasskeyProblem error={send.error} />}
      <p>
        <button type="button" className="button filled" onClick={() => !send.isPending && send.mutate()}>
          {t(send.isPending ? 'working' : 'factor.passkey.go')}
        </button>
      </p>
    </div>
  )
}

/** The browser's own refusal has no words for a person: closed, timed out, or no passkey here. */
export function PasskeyProblem({ error }: { error: unknown }) {
  const { t } = useWords()
  if (error instanceof Error && (error.name === 'NotAllowedError' || error.name === 'AbortError' || 'code' in error))
    return (
      <p className="box-note" role="alert">
        {t('factor.passkey.notGiven')}
      </p>
    )
  return <Problem error={error} />
}

const labels = { authenticator: 'factor.authenticator.label', recovery: 'factor.recovery.label' } as const
const helps = { authenticator: 'factor.authenticator.help', recovery: 'factor.recovery.help' } as const

function CodeForm({ asked, give }: AskedProps) {
  const { t } = useWords()
  const [code, setCode] = useState('')
  const [wrong, setWrong] = useState<string>()
  const way = asked.way
  const send = useMutation({
    mutationFn: async () => {
      if (way !== 'passkey') await give({ way, code })
    },
    onError: () => setCode(''),
  })
  if (way === 'passkey') return null
  if (way === 'sheet' && asked.line === undefined) return <p className="box-note">{t('factor.sheet.empty')}</p>
  function submit(event: SubmitEvent): void {
    event.preventDefault()
    setWrong(code.trim() === '' ? t('factor.code.missing') : undefined)
    if (code.trim() !== '' && !send.isPending) send.mutate()
  }
  return (
    <form className="stack loose" noValidate onSubmit={submit}>
      {send.isError && <Problem error={send.error} />}
      <Field
        label={way === 'sheet' ? t('factor.sheet.label', { line: asked.line ?? 0 }) : t(labels[way])}
        help={way === 'sheet' ? t('factor.sheet.help') : t(helps[way])}
        wrong={wrong}
      >
        {(props) => (
          <input
            {...props}
            name="code"
            autoComplete="one-time-code"
            inputMode={way === 'recovery' ? 'text' : 'numeric'}
            autoCapitalize="characters"
            maxLength={30}
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
        )}
      </Field>
      <p>
        <button type="submit" className="button filled">
          {t(send.isPending ? 'working' : 'factor.go')}
        </button>
      </p>
    </form>
  )
}
