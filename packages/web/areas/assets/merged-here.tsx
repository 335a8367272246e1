import type { AssetView } from '@mimamori/contract'
import { useSaver } from '../../data/saving.tsx'
import { useMay } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { announce } from '../../ui/say.tsx'
import { dateAndTime } from '../../ui/show-date.ts'

/** Devices that were found to be this one; each is parted again at any time, with what belonged to it. */
export function MergedHere({ view }: { view: AssetView }) {
  const { t, lang } = useWords()
  const saver = useSaver()
  const mayWrite = useMay('facility:write')
  if (view.merged.length === 0) return null
  function part(gone: string, name: string): void {
    void saver.save([{ change: { kind: 'unmerge', slice: 'assets', gone } }])
    announce(t('assetMerge.undone', { name }))
  }
  return (
    <section className="stack">
      <h2>{t('assetMerge.merged')}</h2>
      <ul className="stack">
        {view.merged.map(({ gone, goneName, at }) => (
          <li key={gone} className="row">
            <span>
              {goneName} {at !== undefined && <span className="source">{dateAndTime(at, lang)}</span>}
            </span>
            {mayWrite && (
              <button
                type="button"
                className="button low"
                aria-label={t('assetMerge.undoOf', { name: goneName })}
                onClick={() => part(gone, goneName)}
              >
                {t('assetMerge.undo')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
