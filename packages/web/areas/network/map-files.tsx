import { routes } from '@mimamori/contract'
import { drawSvg } from '@mimamori/diagram'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { keep } from '../../data/api.ts'
import { viewQuery } from '../../data/queries.ts'
import { useFacilityId } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { Problem } from '../../ui/problem.tsx'
import { announce } from '../../ui/say.tsx'
import { pictureOf } from './picture-of.ts'
import { placedMap } from './placed.ts'
import { useSeen, type Way } from './use-seen.ts'

/** The map as files, with the way that is lit: a drawing (SVG) and a picture (PNG), made here in the browser. */
export function MapFiles({ lit, unfolded }: { lit: Way | undefined; unfolded: string }) {
  const { t, lang } = useWords()
  const facility = useFacilityId()
  const client = useQueryClient()
  const { view, cutOf } = useSeen()
  const make = useMutation({
    mutationFn: async (as: 'svg' | 'png') => {
      const { model } = await client.query(viewQuery(routes.networkModel, facility, { query: { lang, unfolded } }))
      const cut = new Set(lit ? cutOf(lit).map(({ id }) => id) : [])
      const map = placedMap({ model, places: view.places, way: lit, cut, steps: [], previous: undefined })
      const svg = new Blob([drawSvg(map)], { type: 'image/svg+xml' })
      const name = `network.${as}`
      keep(as === 'svg' ? svg : await pictureOf(svg, map), name)
      return name
    },
    onSuccess: (name) => announce(t('download.kept', { name })),
  })
  return (
    <>
      <button type="button" className="button low" onClick={() => window.print()}>
        {t('network.print')}
      </button>
      <details className="map-files small">
        <summary>{t('network.files')}</summary>
        <p className="row tight">
          <button type="button" className="button low" onClick={() => make.mutate('svg')}>
            {t('network.files.svg')}
          </button>
          <button type="button" className="button low" onClick={() => make.mutate('png')}>
            {t('network.files.png')}
          </button>
        </p>
        {make.isError && <Problem error={make.error} />}
      </details>
    </>
  )
}
