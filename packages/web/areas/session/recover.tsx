import { type FactorWay, routes } from '@mimamori/contract'
import { useMutation } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { type SubmitEvent, useState } from 'react'
import { ask } from '../../data/api.ts'
import { Page } from '../../frame/page.tsx'
import { PlainFrame } from '../../frame/plain-frame.tsx'
import { type PlainKey, useWords } from '../../text/words.tsx'
import { OneOf } from '../../ui/field.tsx'
import { Problem } from '../../ui/problem.tsx'
import { useArrive, useHalfOpen } from './after-password.ts'
import { ErrorList } from './error-list.tsx'
import { FactorForm } from './factor-form.tsx'
import { TextInput } from './text-input.tsx'

/** The ways back in when the password is forgotten: a number from a colleague, or the envelope in the safe. */
export function Recover() {
  const { t } = useWords()
  const [way, setWay] = useState<'number' | 'envelope'>('number')
  const [ways, setWays] = useState<readonly FactorWay[]>()
  const enter = useEnterNew()
  const door = useHalfOpen(false)
  return (
    <PlainFrame>
      <Page title={t(ways ? 'factor.title' : 'recover.title')} step={ways ? 'factor' : 'recover'}>
        <div className="stack loose">
          {ways ? (
            <FactorForm
              place="recover"
              ways={ways}
              ask={door.ask}
              give={async (answer) => {
                await door.give(answer)
                await enter()
              }}
            />
          ) : (
            <>
              <p>{t('recover.says')}</p>
              <OneOf
                legend={t('recover.way')}
                value={way}
                choices={[
                  { value: 'number', label: t('recover.number') },
                  { value: 'envelope', label: t('recover.envelope') },
                ]}
                choose={(value) => setWay(value === 'envelope' ? 'envelope' : 'number')}
              />
              {way === 'number' ? <NumberForm toFactor={setWays} /> : <EnvelopeForm />}
            </>
          )}
          <p>
            <Link className="text-button tall" to="/sign-in">
              {t('recover.toSignIn')}
            </Link>
          </p>
        </div>
      </Page>
    </PlainFrame>
  )
}

function useEnterNew(): () => Promise<void> {
  const arrive = useArrive()
  const navigate = useNavigate()
  return async () => {
    await arrive(false)
    await navigate({ to: '/', replace: true })
  }
}

type Rows<F extends string> = Readonly<Record<F, { readonly label: PlainKey; readonly help?: PlainKey; readonly missing: PlainKey }>>

const numberRows = {
  login: { label: 'signIn.login', missing: 'signIn.login.missing' },
  number: { label: 'recover.number.label', help: 'recover.number.help', missing: 'recover.number.missing' },
  password: { label: 'recover.password', help: 'setup.password.help', missing: 'setup.password.short' },
} as const satisfies Rows<string>

const envelopeRows = {
  code: { label: 'recover.code.label', help: 'recover.code.help', missing: 'recover.code.missing' },
  name: { label: 'setup.name', missing: 'setup.name.missing' },
  login: { label: 'signIn.login', help: 'recover.login.help', missing: 'setup.login.wrong' },
  password: { label: 'recover.password', help: 'setup.password.help', missing: 'setup.password.short' },
} as const satisfies Rows<string>

function NumberForm({ toFactor }: { toFactor: (ways: readonly FactorWay[]) => void }) {
  const enter = useEnterNew()
  return (
    <RowsForm
      rows={numberRows}
      send={async (typed) => {
        const { next, ways = [] } = await ask(routes.enterWithNumber, { body: typed })
        if (next === 'factor') toFactor(ways)
        else await enter()
      }}
    />
  )
}

function EnvelopeForm() {
  const enter = useEnterNew()
  return (
    <RowsForm
      rows={envelopeRows}
      send={async (typed) => {
        await ask(routes.enterWithEnvelope, { body: typed })
        await enter()
      }}
    />
  )
}

function isMissing(field: string, value: string): boolean {
  return field === 'password' ? value.length < 8 : value.trim() === ''
}

function RowsForm<F extends string>({ rows, send }: { rows: Rows<F>; send: (typed: Record<F, string>) => Promise<void> }) {
  const { t } = useWords()
  const fields = Object.keys(rows) as F[] // the keys are those of the type
  const [typed, setTyped] = useState(() => Object.fromEntries(fields.map((field) => [field, ''])) as Record<F, string>) // one for each key
  const [missing, setMissing] = useState<readonly F[]>([])
  const sending = useMutation({ mutationFn: () => send(typed) })
  function submit(event: SubmitEvent): void {
    event.preventDefault()
    const empty = fields.filter((field) => isMissing(field, typed[field]))
    setMissing(empty)
    if (empty.length === 0 && !sending.isPending) sending.mutate()
  }
  return (
    <form className="stack loose" noValidate onSubmit={submit}>
      <ErrorList errors={missing.map((field) => ({ field, says: t(rows[field].missing) }))} />
      {sending.isError && <Problem error={sending.error} />}
      {fields.map((field) => (
        <TextInput
          key={field}
          name={field}
          label={t(rows[field].label)}
          help={rows[field].help && t(rows[field].help)}
          wrong={missing.includes(field) ? t(rows[field].missing) : undefined}
          type={field === 'password' ? 'password' : 'text'}
          autoComplete={field === 'password' ? 'new-password' : 'off'}
          autoCapitalize="none"
          maxLength={field === 'password' ? 200 : 60}
          value={typed[field]}
          change={(value) => setTyped({ ...typed, [field]: value })}
        />
      ))}
      <p>
        <button type="submit" className="button filled">
          {t(sending.isPending ? 'working' : 'recover.go')}
        </button>
      </p>
    </form>
  )
}
