import { useState } from 'react'
import { useWords } from '../../text/words.tsx'
import { NewLink } from './link-form.tsx'
import { NewZone } from './zone-form.tsx'

/** 「地図に書き足す」: a zone or a link that nothing has told yet. */
export function AddToMap() {
  const { t } = useWords()
  const [adding, setAdding] = useState<'zone' | 'link'>()
  return (
    <section className="card stack no-print">
      <h2>{t('network.add')}</h2>
      <p className="row">
        <button
          type="button"
          className="button low"
          aria-expanded={adding === 'zone'}
          onClick={() => setAdding(adding === 'zone' ? undefined : 'zone')}
        >
          {t('network.add.zone')}
        </button>
        <button
          type="button"
          className="button low"
          aria-expanded={adding === 'link'}
          onClick={() => setAdding(adding === 'link' ? undefined : 'link')}
        >
          {t('network.add.link')}
        </button>
      </p>
      {adding === 'zone' && <NewZone made={() => setAdding(undefined)} />}
      {adding === 'link' && <NewLink made={() => setAdding(undefined)} />}
    </section>
  )
}
