import { type ResponseView, routes } from '@mimamori/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ask } from '../../data/api.ts'
import { useFacilityId, useMay } from '../../frame/rights.ts'
import { type PlainKey, useWords, type Words } from '../../text/words.tsx'
import { Problem } from '../../ui/problem.tsx'
import { announce } from '../../ui/say.tsx'
import { longDate } from '../../ui/show-date.ts'

type Asking = NonNullable<ResponseView['asking']>

/** The next contact with a vendor that is silent, or whose day has passed: what, why, from which day on. */
export function AskingCard({ response, asking }: { response: string; asking: Asking }) {
  const words = useWords()
  const { t, lang } = words
  const { state, dueOn, mayMail } = asking
  const maySend = useMay('mail:send')
  return (
    <section className="card stack no-print">
      <h2>{t('response.asking')}</h2>
      {state === 'waiting' && dueOn !== undefined && <p>{t('response.asking.from', { date: longDate(dueOn, lang) })}</p>}
      <p>{stepWords(words, asking)}</p>
      <p className="small second">{whyWords(words, asking)}</p>
      {mayMail && maySend && <ByMail response={response} isDue={state === 'due'} />}
      <p className="small second">{t('response.asking.note')}</p>
    </section>
  )
}

const steps = {
  remind: 'response.asking.remind',
  phone: 'response.asking.phone',
  'head-letter': 'response.asking.headLetter',
} as const satisfies Readonly<Partial<Record<NonNullable<Asking['step']>, PlainKey>>>

function stepWords({ t }: Words, { step, toName = '' }: Asking): string {
  if (step === undefined) return t('response.asking.allTaken')
  if (step === 'second-contact') return t('response.asking.secondContact', { name: toName })
  if (step === 'prime-vendor') return t('response.asking.primeVendor', { name: toName })
  return t(steps[step])
}

function whyWords({ t }: Words, { why, asked }: Asking): string {
  if (why === 'visit-passed') return t('response.asking.visitPassed')
  return why === 'ended' ? t('response.asking.ended') : t('response.asking.silent', { count: asked })
}

/** NOTE: that it was told once more stands in the history when the mail server has taken it, not when the button is pressed. */
function ByMail({ response, isDue }: { response: string; isDue: boolean }) {
  const { t } = useWords()
  const facility = useFacilityId()
  const client = useQueryClient()
  const send = useMutation({
    mutationFn: () => ask(routes.sendReminder, { params: { facility, response } }),
    onSuccess: () => announce(t('response.asking.mailed')),
    onSettled: () => client.invalidateQueries({ queryKey: [facility] }),
  })
  return (
    <>
      <p>
        <button type="button" className={isDue ? 'button filled' : 'button'} onClick={() => !send.isPending && send.mutate()}>
          {t('response.asking.mail')}
        </button>
      </p>
      {send.isSuccess && <p className="small">{t('response.asking.mailed')}</p>}
      {send.isError && <Problem error={send.error} />}
    </>
  )
}
