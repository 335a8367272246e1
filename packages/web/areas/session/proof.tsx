import { routes } from '@mimamori/contract'
import { useMutation, useQuery } from '@tanstack/react-query'
import { createContext, type ReactNode, type SubmitEvent, useContext, useEffect, useRef, useState } from 'react'
import { ask, Refusal } from '../../data/api.ts'
import { useWords } from '../../text/words.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { Problem } from '../../ui/problem.tsx'
import { FactorForm } from './factor-form.tsx'
import { TextInput } from './text-input.tsx'

/** Does the work; where it is important, asks first who is there, and then does it. */
type WithProof = <T>(work: () => Promise<T>) => Promise<T>

const ProofContext = createContext<WithProof | undefined>(undefined)

export function useProof(): WithProof {
  const proof = useContext(ProofContext)
  if (!proof) throw new Error('useProof is used outside ProofProvider')
  return proof
}

export const mySignInQuery = { queryKey: ['me', 'sign-in'], queryFn: () => ask(routes.mySignIn, {}), staleTime: 0 }

export function ProofProvider({ children }: { children: ReactNode }) {
  const [waiting, setWaiting] = useState<{ done: () => void; stop: () => void }>()
  const withProof: WithProof = async (work) => {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof Refusal) || error.said.code !== 'auth/prove-again') throw error
      await new Promise<void>((resolve, reject) => setWaiting({ done: resolve, stop: () => reject(error) }))
      return work()
    }
  }
  return (
    <ProofContext value={withProof}>
      {children}
      {waiting && (
        <ProofDialog
          done={() => {
            setWaiting(undefined)
            waiting.done()
          }}
          stop={() => {
            setWaiting(undefined)
            waiting.stop()
          }}
        />
      )}
    </ProofContext>
  )
}

function ProofDialog({ done, stop }: { done: () => void; stop: () => void }) {
  const { t } = useWords()
  const dialog = useRef<HTMLDialogElement>(null)
  const mine = useQuery(mySignInQuery)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} aria-labelledby="proof-title" onCancel={stop}>
      <div className="stack loose">
        <h2 id="proof-title">{t('proof.title')}</h2>
        <p>{t('proof.says')}</p>
        <Loaded query={mine}>
          {({ ways }) =>
            ways.length === 0 ? (
              <PasswordProof done={done} />
            ) : (
              <FactorForm
                place="proof"
                ways={ways}
                ask={(way) => ask(routes.askProof, { body: { way } })}
                give={async (factor) => {
                  await ask(routes.prove, { body: { factor } })
                  done()
                }}
              />
            )
          }
        </Loaded>
        <p>
          <button type="button" className="text-button tall" onClick={stop}>
            {t('problem.leaveIt')}
          </button>
        </p>
      </div>
    </dialog>
  )
}

function PasswordProof({ done }: { done: () => void }) {
  const { t } = useWords()
  const [password, setPassword] = useState('')
  const send = useMutation({ mutationFn: () => ask(routes.prove, { body: { password } }), onSuccess: done })
  function submit(event: SubmitEvent): void {
    event.preventDefault()
    if (!send.isPending) send.mutate()
  }
  return (
    <form className="stack loose" noValidate onSubmit={submit}>
      {send.isError && <Problem error={send.error} />}
      <TextInput
        name="password"
        type="password"
        label={t('me.password.old')}
        autoComplete="current-password"
        maxLength={200}
        value={password}
        change={setPassword}
      />
      <p>
        <button type="submit" className="button filled">
          {t(send.isPending ? 'working' : 'factor.go')}
        </button>
      </p>
    </form>
  )
}
