import { routes } from '@mimamori/contract'
import { type AssetId, entityId } from '@mimamori/domain'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { ask } from '../../data/api.ts'
import { useFacilityId } from '../../frame/rights.ts'
import { offerUndo } from '../../frame/undo.tsx'
import { type PlainKey, useWords } from '../../text/words.tsx'
import { Field } from '../../ui/field.tsx'
import { Problem } from '../../ui/problem.tsx'
import { announce } from '../../ui/say.tsx'

const usual: readonly PlainKey[] = ['retire.notOurs', 'retire.notUsed', 'retire.replaced']

interface RetireProps {
  readonly devices: readonly { readonly id: string; readonly name: string; readonly version: number }[]
  readonly done?: (() => void) | undefined
}

/** 「一覧から外す」: devices that are gone, or were never ours, with the reason that stays. The way back is offered. */
export function Retire({ devices, done }: RetireProps) {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  const [only, ...others] = devices
  if (open) return <RetireForm devices={devices} done={done} back={() => setOpen(false)} />
  return (
    <button
      type="button"
      className="text-button"
      {...(only && others.length === 0 && { 'aria-label': t('retire.openOf', { name: only.name }) })}
      onClick={() => setOpen(true)}
    >
      {t('retire.open')}
    </button>
  )
}

function RetireForm({ devices, done, back }: RetireProps & { back: () => void }) {
  const { t } = useWords()
  const facility = useFacilityId()
  const client = useQueryClient()
  const [why, setWhy] = useState('')
  const [isMissing, setIsMissing] = useState(false)
  const retire = useMutation({
    mutationFn: () =>
      ask(routes.retireAssets, {
        params: { facility },
        body: { assets: devices.map(({ id, version }) => ({ asset: entityId<AssetId>(id), version })), why: why.trim() },
      }),
    onSuccess: async ({ revision, conflicts }) => {
      const says = conflicts.length > 0 ? t('conflicts.moved') : t('retire.done', { count: devices.length })
      if (conflicts.length === 0) offerUndo({ says, revision })
      announce(says)
      done?.()
      await client.invalidateQueries({ queryKey: [facility] })
    },
  })
  function submit(event: SubmitEvent): void {
    event.preventDefault()
    setIsMissing(why.trim() === '')
    if (why.trim() !== '' && !retire.isPending) retire.mutate()
  }
  return (
    <form className="stack retire" noValidate onSubmit={submit}>
      <p className="small">{t('retire.says')}</p>
      <p className="row">
        {usual.map((word) => (
          <button key={word} type="button" className="button low" onClick={() => setWhy(t(word))}>
            {t(word)}
          </button>
        ))}
      </p>
      <Field label={t('field.reason')} wrong={isMissing ? t('register.missing') : undefined}>
        {(props) => <input {...props} maxLength={200} autoComplete="off" value={why} onChange={(event) => setWhy(event.target.value)} />}
      </Field>
      {retire.isError && <Problem error={retire.error} />}
      <p className="row">
        <button type="submit" className="button">
          {retire.isPending ? t('working') : t('retire.do', { count: devices.length })}
        </button>
        <button type="button" className="text-button" onClick={back}>
          {t('problem.leaveIt')}
        </button>
      </p>
    </form>
  )
}
