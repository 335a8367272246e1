import { type PlainKey, useWords } from '../../text/words.tsx'

const entries: readonly { readonly look: string; readonly word: PlainKey }[] = [
  { look: 'recent', word: 'network.age.recent' },
  { look: 'year', word: 'network.age.year' },
  { look: 'older', word: 'network.age.older' },
  { look: 'unknown', word: 'register.unknown' },
  { look: 'entrance', word: 'network.entrance' },
  { look: 'stack', word: 'network.legend.stack' },
  { look: 'told', word: 'network.legend.told' },
]

/** What the looks of boxes and lines mean. */
export function MapLegend() {
  const { t } = useWords()
  return (
    <div className="map-legend small">
      <strong>{t('network.legend.age')}</strong>
      <ul>
        {entries.map(({ look, word }) => (
          <li key={look}>
            <span className={`swatch ${look}`} aria-hidden="true" />
            {t(word)}
          </li>
        ))}
      </ul>
    </div>
  )
}
