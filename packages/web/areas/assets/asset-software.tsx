import type { AssetView } from '@mimamori/contract'
import { type AssetId, entityId, type InstalledSoftware, type SoftwareId } from '@mimamori/domain'
import { addRecord, newId, removeRecord, setFields, type Versioned } from '../../data/changes.ts'
import { useRecords, useSaver } from '../../data/saving.tsx'
import { useMay } from '../../frame/rights.ts'
import { useUndoable } from '../../frame/undo.tsx'
import { useWords } from '../../text/words.tsx'
import { NewLine } from '../facilities/index.ts'
import { SupportEnd } from './support-end.tsx'

/** Programs on the device, each with whether the work needs it: what is not needed is to be stopped. */
export function AssetSoftware({ view }: { view: AssetView }) {
  const { t } = useWords()
  const saver = useSaver()
  const mayWrite = useMay('facility:write')
  const { id } = view.asset.record
  const programs = useRecords('software', view.software)
  const add = (name: string, asset: AssetId) =>
    void saver.save([addRecord('software', { id: entityId<SoftwareId>(newId('software')), asset, name })])
  return (
    <section className="stack">
      <h2>{t('software.title', { count: programs.length })}</h2>
      {programs.length > 0 && (
        <div className="table-frame">
          <table className="table as-cards">
            <caption className="hidden-words">{t('software.caption')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('software.name')}</th>
                <th scope="col">{t('software.version')}</th>
                <th scope="col">{t('register.supportEnd')}</th>
                <th scope="col">{t('software.needed')}</th>
                {mayWrite && (
                  <th scope="col">
                    <span className="hidden-words">{t('software.takeOff')}</span>
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {programs.map((program) => (
                <Program key={program.record.id} program={program} mayWrite={mayWrite} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {mayWrite && <NewLine key={programs.length} label={t('software.add')} add={(name) => add(name, id)} />}
    </section>
  )
}

function Program({ program, mayWrite }: { program: Versioned<InstalledSoftware>; mayWrite: boolean }) {
  const { t } = useWords()
  const saver = useSaver()
  const takeOff = useUndoable()
  const { name, version, needed, supportEndsOn } = program.record
  return (
    <tr>
      <th scope="row">{name}</th>
      <td data-name={t('software.version')}>{version}</td>
      <td data-name={t('register.supportEnd')}>
        <SupportEnd value={supportEndsOn} />
      </td>
      <td data-name={t('software.needed')}>
        {mayWrite ? (
          <select
            className="short"
            aria-label={t('software.neededOf', { name })}
            value={needed ?? ''}
            onChange={(event) => {
              const { value } = event.target
              void saver.save([setFields('software', program, { needed: value === 'yes' || value === 'no' ? value : undefined })])
            }}
          >
            <option value="">{t('register.unknown')}</option>
            <option value="yes">{t('software.yes')}</option>
            <option value="no">{t('software.no')}</option>
          </select>
        ) : (
          needed !== undefined && t(needed === 'yes' ? 'software.yes' : 'software.no')
        )}
      </td>
      {mayWrite && (
        <td>
          <button
            type="button"
            className="text-button"
            aria-label={t('register.takeOffOf', { name })}
            onClick={() => takeOff([removeRecord('software', program)], t('register.removed', { name }))}
          >
            {t('register.takeOff')}
          </button>
        </td>
      )}
    </tr>
  )
}
