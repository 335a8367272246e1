import { type AssetView, routes } from '@mimamori/contract'
import type { AssetId } from '@mimamori/domain'
import { useState } from 'react'
import { useView } from '../../data/queries.ts'
import { useFacilityId } from '../../frame/rights.ts'
import { useUndoable } from '../../frame/undo.tsx'
import { useWords } from '../../text/words.tsx'
import { Field } from '../../ui/field.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { Found } from './device-field.tsx'
import { factWords, useFactWords } from './fact-words.ts'
import type { Named } from './field-table.ts'
import { mergeAssets, staysFirst } from './merge-assets.ts'

interface MergeProps {
  readonly gone: Named
  readonly back: () => void
  /** Called with the record that stays, once they are one. */
  readonly merged?: (keep: AssetId) => void
}

/** 「この機器と同じ」: the other one is found, both are shown side by side, then they become one; that can be undone at any time. */
export function MergeWith({ gone, back, merged }: MergeProps) {
  const { t } = useWords()
  const [text, setText] = useState('')
  const [other, setOther] = useState<Named>()
  return (
    <div className="stack box-note">
      <Field label={t('assetMerge.which', { name: gone.name })} help={t('assetMerge.help')}>
        {(props) => (
          <input
            {...props}
            autoComplete="off"
            maxLength={80}
            value={text}
            onChange={(event) => {
              setText(event.target.value)
              setOther(undefined)
            }}
          />
        )}
      </Field>
      {text.trim() !== '' && other === undefined && <Found text={text} without={[gone.id]} choose={setOther} />}
      {other && <SideBySide a={gone.id} b={other.id} {...(merged && { merged })} />}
      <p>
        <button type="button" className="text-button" onClick={back}>
          {t('problem.leaveIt')}
        </button>
      </p>
    </div>
  )
}

function SideBySide({ a, b, merged }: { a: string; b: string; merged?: (keep: AssetId) => void }) {
  const facility = useFacilityId()
  const first = useView(routes.asset, facility, { params: { asset: a } })
  const second = useView(routes.asset, facility, { params: { asset: b } })
  return (
    <Loaded query={first}>
      {(one) => <Loaded query={second}>{(other) => <Both one={one} other={other} {...(merged && { merged })} />}</Loaded>}
    </Loaded>
  )
}

const compared = ['kind', 'tag', 'serial', 'maker', 'model', 'hostNames', 'macs', 'ips', 'os', 'room', 'owner', 'vendor'] as const

function Both({ one, other, merged }: { one: AssetView; other: AssetView; merged?: (keep: AssetId) => void }) {
  const { t } = useWords()
  const act = useUndoable()
  const { keep, gone } = staysFirst(one.asset, other.asset)
  const stays = keep === one.asset ? one : other
  const goes = keep === one.asset ? other : one
  const factOf = useFactWords()
  const differing = [stays.asset.record.serial, goes.asset.record.serial]
  const twoSerials = differing.every((serial) => serial !== undefined) && differing[0] !== differing[1]
  return (
    <div className="stack">
      <div className="table-frame">
        <table className="table as-cards">
          <caption className="hidden-words">{t('assetMerge.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('fromVendors.field')}</th>
              <th scope="col">{t('assetMerge.stays', { name: keep.record.name })}</th>
              <th scope="col">{t('assetMerge.goes', { name: gone.record.name })}</th>
            </tr>
          </thead>
          <tbody>
            {compared.map((field) => {
              const [here, there] = [factOf(stays, field), factOf(goes, field)]
              if (here === undefined && there === undefined) return null
              return (
                <tr key={field}>
                  <th scope="row">{t(factWords[field])}</th>
                  <td data-name={keep.record.name}>{here}</td>
                  <td data-name={gone.record.name}>{there}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      {twoSerials && <p className="box-differs">{t('assetMerge.twoSerials')}</p>}
      <p className="small">{t('assetMerge.says')}</p>
      <p className="row">
        <button
          type="button"
          className="button filled"
          onClick={() => {
            act(mergeAssets(keep, gone), t('assetMerge.done', { gone: gone.record.name, keep: keep.record.name }))
            merged?.(keep.record.id)
          }}
        >
          {t('assetMerge.do')}
        </button>
      </p>
    </div>
  )
}
